//! Which libraries manage Azure, by the beginnings of their names, and which bring the credentials for it.
//! Source: https://azure.github.io/azure-sdk/releases/latest/

/** Their clients call Azure Resource Manager. */
export const MANAGEMENT: readonly string[] = [
  'azure.mgmt.',
  '@azure/arm-',
  'azure-arm-',
  'Azure.ResourceManager',
  'Microsoft.Azure.Management.',
  'com.azure.resourcemanager',
  'com.microsoft.azure.management',
  'github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/',
  'github.com/Azure/azure-sdk-for-go/services/',
];

export const CREDENTIALS: readonly string[] = [
  'azure.identity',
  'Azure.Identity',
  '@azure/identity',
  'com.azure.identity',
  'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
  'msrestazure',
  'azure.common',
  'ms-rest-azure',
  '@azure/ms-rest-nodeauth',
  'com.microsoft.azure.credentials',
  'Microsoft.Azure.Management.ResourceManager.Fluent',
  'Microsoft.Rest.Azure.Authentication',
  'github.com/Azure/go-autorest/autorest/azure/auth',
];

/** Methods that only these libraries have, whatever they are called on. */
export const DISTINCTIVE = /^(?:begin_?)?create_?or_?update(?:async|_?and_?wait)?$/i;
