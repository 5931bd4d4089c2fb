//! Providers of Terraform whose sign-in matters, by the name that blocks and resource types begin with.

/** Those of other clouds too, such as `databricks`, are no more than candidates: the form decides. */
export const PROVIDERS: readonly string[] = [
  'azurerm',
  'azuread',
  'azapi',
  'azurestack',
  'msgraph',
  'microsoft365',
  'microsoft365wp',
  'azuredevops',
  'powerplatform',
  'fabric',
  'databricks',
];
