//! Writes a repository of a given size to a folder: mostly files that no surface reads, some that every surface does.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One file in fifty says something about Azure: the share of the 200 in 10,000. */
const RELEVANT_EVERY = 50;

/** The same `files` give the same bytes. */
export function writeTree(folder: string, files: number, relevantEvery = RELEVANT_EVERY): void {
  for (let index = 0; index < files; index += 1) {
    const { path, text } =
      index % relevantEvery === 0 ? relevant(index / relevantEvery) : irrelevant(index);
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

interface TreeFile {
  readonly path: string;
  readonly text: string;
}

function irrelevant(index: number): TreeFile {
  const folder = `packages/p${index % 97}/src/m${index % 13}`;
  const ending = ['ts', 'json', 'md', 'cs', 'css', 'py'][index % 6] ?? 'ts';
  const line = `export const value${index} = ${index * 7919}; // nothing of interest on this line\n`;
  return { path: `${folder}/file${index}.${ending}`, text: line.repeat(40 + (index % 50)) };
}

function relevant(index: number): TreeFile {
  const area = `area${Math.floor(index / 4)}`;
  switch (index % 4) {
    case 0:
      return { path: `.github/workflows/${area}.yml`, text: workflow(area) };
    case 1:
      return { path: `${area}/deploy.sh`, text: script };
    case 2:
      return { path: `${area}/infra/main.tf`, text: root(area) };
    default:
      return { path: `${area}/main.bicep`, text: bicep(area) };
  }
}

const workflow = (area: string): string => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: az login -u "\${{ secrets.AZURE_USER }}" -p "\${{ secrets.AZURE_PASSWORD }}"
      - run: ./deploy.sh westeurope
        working-directory: ${area}
      - run: |
          cd ${area}/infra
          terraform init
          terraform apply -auto-approve
`;

const script = `#!/usr/bin/env bash
set -euo pipefail
location=\${1:-northeurope}
for name in web api worker; do
  az group create --name "$name" --location "$location"
done
`;

const root = (area: string): string => `terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 4.0" }
  }
  backend "azurerm" {
    storage_account_name = "state"
    container_name       = "${area}"
    key                  = "main.tfstate"
  }
}
provider "azurerm" {
  features {}
}
${Array.from({ length: 20 }, (_, it) => `resource "azurerm_resource_group" "g${it}" {\n  name     = "g${it}"\n  location = "westeurope"\n}\n`).join('')}`;

const bicep = (area: string): string => `param location string = resourceGroup().location
${Array.from({ length: 20 }, (_, it) => `resource s${it} 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: '${area}${it}'\n  location: location\n  kind: 'StorageV2'\n  sku: { name: 'Standard_LRS' }\n}\n`).join('')}`;
