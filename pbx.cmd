@echo off
rem The platform's one command on Windows; see "Commands" in the README. It does what the script "pbx" does elsewhere.
setlocal EnableExtensions
set "root=%~dp0"
set "root=%root:~0,-1%"
set "jar=%root%\cnf\target\launch.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "mvn=%root%\mvnw.cmd"
where mvn >nul 2>nul && set "mvn=mvn"

set "command=%~1"
if "%command%"=="" goto usage
if "%command%"=="run" goto options
if "%command%"=="simulator" goto options
if "%command%"=="test" goto tests
if "%command%"=="format" goto format
echo pbx: unknown command %command% 1>&2
:usage
echo usage: pbx run [--headless] [--home DIR]   start the platform on the embedded PBX; the shell is on the terminal
echo        pbx simulator [--home DIR]          start the embedded PBX alone
echo        pbx test [--full]                   run every test
echo        pbx format                          bring the sources into the project's form
exit /b 2

:options
shift
set "home=%CD%\home"
set "headless="
:option
if "%~1"=="" goto start
if "%~1"=="--headless" (set "headless=-Djava.awt.headless=true" & shift & goto option)
if "%~1"=="--home" (set "home=%~f2" & shift & shift & goto option)
echo pbx: unknown option %~1 1>&2
exit /b 2

:start
"%java%" -version >nul 2>nul || (echo pbx: there is no Java; install a JDK 17 or newer and set JAVA_HOME 1>&2 & exit /b 1)
if not exist "%jar%" (
    echo pbx: building ^(the first time takes a minute or two^) ... 1>&2
    pushd "%root%" & call "%mvn%" -B -q -DskipTests -Dspotless.check.skip package 1>&2 || (popd & echo pbx: the build failed; see above 1>&2 & exit /b 1)
    popd
)
for %%f in (conf plugins data logs) do if not exist "%home%\%%f" mkdir "%home%\%%f"
dir /b "%home%\conf\*.cfg" >nul 2>nul || copy /y "%root%\cnf\conf\*.cfg" "%home%\conf" >nul
set "only="
if "%command%"=="simulator" set "only=-Djava.awt.headless=true "-Dpbx.conf=conf,%root%\cnf\simulator" -Dpbx.conf.only=pbx.simulator,pbx.shell"
set "here=%CD%"
rem standard input that is no terminal is read line by line, not by the interactive shell
set "piped="
powershell -NoProfile -Command "exit [int][Console]::IsInputRedirected" <&0 || set "piped=-Dpbx.stdin=lines -Dgosh.args=--nointeractive"
cd /d "%home%"
"%java%" "@%root%\cnf\java.options" "-Dpbx.cwd=%here%" "-Dpbx.home=%home%" -Dlaunch.storage.dir=data/.bundles-%RANDOM%%RANDOM% "-Dlogback.configurationFile=file:/%root:\=/%/cnf/logback.xml" "-Djava.util.logging.config.file=%root%\cnf\logging.properties" %piped% %PBX_JAVA_OPTS% %headless% %only% -jar "%jar%"
exit /b %ERRORLEVEL%

:tests
set "full="
if "%~2"=="--full" set "full=-Dpbx.full=true"
cd /d "%root%"
call "%mvn%" -B %full% verify
exit /b %ERRORLEVEL%

:format
cd /d "%root%"
call "%mvn%" -B -q spotless:apply
exit /b %ERRORLEVEL%
