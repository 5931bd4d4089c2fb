//! The day, on which something may run out.

/** As `2027-05-31`, in UTC: the same for everybody who runs the same commit. */
export const today = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
