//! Tasks that run Terraform with the credentials of a service connection.
//! Sources: https://github.com/microsoft/azure-pipelines-terraform, https://github.com/jason-johnson/azure-pipelines-tasks-terraform

const MICROSOFT: readonly string[] = ['environmentservicenameazurerm', 'backendservicearm'];
const JASON_JOHNSON: readonly string[] = ['environmentservicename', 'backendservicearm'];

/** The inputs that name the connection, lower case, by the name of the task. */
export const TERRAFORM_CONNECTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['terraformtask', MICROSOFT],
  ['terraformtaskv1', MICROSOFT],
  ['terraformtaskv2', MICROSOFT],
  ['terraformtaskv3', MICROSOFT],
  ['terraformtaskv4', MICROSOFT],
  ['terraformcli', JASON_JOHNSON],
]);
