# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev is elsewhere, for Windows: Visual Studio 2022 with its C++ workload, and vcpkg, whose manifest vcpkg.json
# names the libraries. Written with care, but not yet run on a Windows machine.
param(
    [ValidateSet('run', 'test', 'build', 'tour', 'help')] [string] $Command = 'help',
    [string] $Directory = 'build/tour'
)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$bin = 'build/windows/bin'

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

# The developer command prompt's environment: compiler, cmake and ninja come with Visual Studio.
function Enter-VisualStudio {
    if (Get-Command cl -ErrorAction SilentlyContinue) { return }
    $locator = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
    $path = if (Test-Path $locator) {
        & $locator -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    }
    if (-not $path) {
        throw 'Visual Studio 2022 with "Desktop development with C++" is needed first: winget install Microsoft.VisualStudio.2022.Community'
    }
    Import-Module (Join-Path $path 'Common7\Tools\Microsoft.VisualStudio.DevShell.dll')
    Enter-VsDevShell -VsInstallPath $path -SkipAutomaticLocation -DevCmdArguments '-arch=x64' | Out-Null
}

# VCPKG_ROOT if it is set, else a copy of our own under build/.
function Install-Vcpkg {
    if ($env:VCPKG_ROOT -and (Test-Path "$env:VCPKG_ROOT\vcpkg.exe")) { return }
    $own = Join-Path $PSScriptRoot 'build\vcpkg'
    if (-not (Test-Path "$own\.git")) {
        Invoke-Checked git @('clone', '--quiet', 'https://github.com/microsoft/vcpkg', $own)
    }
    if (-not (Test-Path "$own\vcpkg.exe")) { Invoke-Checked "$own\bootstrap-vcpkg.bat" @('-disableMetrics') }
    $env:VCPKG_ROOT = $own
}

function Build-Navette([string[]] $Targets) {
    Enter-VisualStudio
    Install-Vcpkg
    if (-not (Test-Path 'build/windows/build.ninja')) { Invoke-Checked cmake @('--preset', 'windows') }
    $arguments = @('--build', 'build/windows')
    if ($Targets) { $arguments += @('--target') + $Targets }
    Invoke-Checked cmake $arguments
}

switch ($Command) {
    'run' {
        Build-Navette @('navette', 'navette-cli')
        & "$bin/navette.exe" --practice
        exit $LASTEXITCODE
    }
    'test' {
        Build-Navette @()
        ctest --preset windows
        exit $LASTEXITCODE
    }
    'build' { Build-Navette @('navette', 'navette-cli') }
    'tour' {
        Build-Navette @('navette', 'navette-cli')
        New-Item -ItemType Directory -Force $Directory | Out-Null
        & "$bin/navette.exe" --tour $Directory
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
        Write-Output "The pictures of the tour are in $(Resolve-Path $Directory)"
    }
    'help' {
        @'
usage: .\dev.ps1 COMMAND

  run          install what is missing, build, and start Navette with the practice account open
  test         install what is missing, build, and run every test
  build        build build\windows\bin\navette.exe and navette-cli.exe
  tour [DIR]   build, drive the real window through the main job and write its pictures to DIR (build\tour)
  help         this text
'@
    }
}
