//! Steps of Jenkins and of common plugins, which run nothing of the repository but what stands in their blocks.
//! Source: https://www.jenkins.io/doc/pipeline/steps/

const named = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** They run nothing themselves; others are looked for in `vars`. */
export const KNOWN_STEPS: ReadonlySet<string> = named(
  `aborted addBadge addShortText allOf always anyOf ansiblePlaybook ansiColor archiveArtifacts attach
  azureServicePrincipal azureUpload bitbucketStatusNotify booleanParam branch build buildDiscarder
  changed cleanup failure fixed regression success unsuccessful
  buildingTag changeRequest changelog changeset checkout checkpoint choice cleanWs cobertura
  compareVersions container copyArtifacts coverage createSummary credentials cron currentBuild
  deleteDir dependencyCheck dependencyCheckPublisher disableConcurrentBuilds dockerFingerprintFrom
  dockerFingerprintRun dockerNode echo emailext emailextrecipients environment equals error
  expression file fileExists fileOperations findFiles getContext git githubNotify
  githubPush gitlabCommitStatus googleStorageUpload hygieiaDeployPublishStep influxDbPublisher
  input isUnix jacoco jiraComment jiraSendBuildInfo junit kubernetesDeploy label library
  libraryResource load lock logRotator logstashSend mail milestone nexusArtifactUploader
  nexusPublisher node nodejs not nunit office365ConnectorSend overrideIndexTriggers parallel
  parallelsAlwaysFailFast parameters password pipelineTriggers podTemplate pollSCM post print
  println properties publishChecks publishCoverage publishHTML pwd readCSV readFile readJSON
  readManifest readMavenPom readProperties readTrusted readYaml recordCoverage recordIssues
  resolveScm retry rtBuildInfo rtDownload rtPublishBuildInfo rtUpload s3Upload script scriptedAuth
  semver sha256 sleep skipDefaultCheckout slackSend slackUploadFile sonarqube sshCommand sshGet
  sshPublisher sshPut sshRemove sshScript sshagent stage stages stash step steps string
  submoduleOption tag task tee text throttle timeout timestamps tool touch triggeredBy unarchive
  unstable unstash unzip upstream usernamePassword validateDeclarativePipeline waitForQualityGate
  waitUntil warnError webhook wrap writeCSV writeFile writeJSON writeMavenPom writeYaml
  withAnt withAWS withChecks withCredentials withDockerContainer withDockerRegistry withDockerServer
  withEnv withGradle withKubeConfig withKubeCredentials withMaven withNPM withPythonEnv
  withSonarQubeEnv withVault
  xrayScanBuild xunit zip`,
);
