"""Production as it is written down: compose, image and settings say the same things."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command

PROJECT = Path(__file__).parent.parent
COMPOSE_TEXT = (PROJECT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(COMPOSE_TEXT)
SERVICES = COMPOSE["services"]
PORTAL = {name: service for name, service in SERVICES.items() if service.get("build")}
ENTRYPOINT = (PROJECT / "script" / "produzione" / "avvia").read_text()
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
EXAMPLE = (PROJECT / ".env.esempio").read_text()

# Read by the settings and yet not given by compose, each with its reason.
NOT_IN_COMPOSE = {
    "CARICAMENTO_MASSIMO_MB": "how big an uploaded file may be: the default is right",
    "IMPORTAZIONE_LUNGA": "from how many rows an import is a job: the default is right",
    "ISCRIZIONI_AL_GIORNO": "applications a day that one school takes: the default is right",
    "ISCRIZIONI_AL_GIORNO_PER_INDIRIZZO": "the same from one address: the default is right",
    "BATTITO_SECONDI": "the seconds between two ticks: the default is right",
    "MFA_OBBLIGATORIA": "production refuses to do without",
    "OROLOGIO_SPOSTAMENTO": "production refuses any clock but the true one",
    "PROXY_FIDATI": "one proxy stands in front: the default is right",
    "SECURE_SSL_REDIRECT": "the default is right",
}
VALUES = {
    "DOMINIO": "portale.scuola.example",
    "DEFAULT_FROM_EMAIL": "portale@scuola.example",
    "EMAIL_URL": "smtp+tls://utente:parola@posta.scuola.example:587",
}
INTERPOLATED = re.compile(r"(?<!\$)\$\{(\w+)([^}]*)\}")


def read_by_settings() -> set[str]:
    """Return the names that settings.py asks the environment for."""
    tree = ast.parse((PROJECT / "cpia" / "settings.py").read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    asked = (call.args[0] for call in calls if _asks_environment(call.func))
    return {name.value for name in asked if isinstance(name, ast.Constant)}


def _asks_environment(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return isinstance(function.value, ast.Name) and function.value.id == "env"
    return isinstance(function, ast.Name) and function.id == "_obbligatoria"


def set_by_image() -> set[str]:
    """Return the variables that the last stage of the image gives to every process."""
    block = DOCKERFILE.split("ENV ", 1)[1].split("\nRUN", 1)[0].split("\n#", 1)[0]
    return set(re.findall(r"(\w+)=", block))


def production(service: str = "web", **changes: str | None) -> dict[str, str]:
    """Return the environment of a container, as compose would make it from a filled-in .env."""

    def value(match: re.Match[str]) -> str:
        return VALUES.get(match[1]) or match[1].lower() * 6

    environment = PORTAL[service]["environment"]
    variables = {name: INTERPOLATED.sub(value, str(text)) for name, text in environment.items()}
    return {
        name: text
        for name, text in ({"PATH": os.environ["PATH"]} | variables | changes).items()
        if text is not None
    }


def manage(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a management command as a container would."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_settings_read_variables():
    assert {"SECRET_KEY", "DATABASE_URL", "AMBIENTE"} <= read_by_settings()


@pytest.mark.parametrize("service", PORTAL)
def test_what_compose_sets_somebody_reads(service):
    entrypoint = set(re.findall(r"\$\{(\w+):-", ENTRYPOINT))
    unread = set(PORTAL[service]["environment"]) - read_by_settings() - entrypoint
    assert unread == set()


@pytest.mark.parametrize("service", PORTAL)
def test_what_the_settings_read_is_set(service):
    given = set(PORTAL[service]["environment"]) | set_by_image()
    assert read_by_settings() - given == set(NOT_IN_COMPOSE)


@pytest.mark.parametrize(("name", "rest"), INTERPOLATED.findall(COMPOSE_TEXT))
def test_no_value_is_guessed(name, rest):
    """Whatever is asked of .env must be there, but for these three."""
    optional = {"SECRET_KEY_FALLBACKS": ":-", "WEB_PROCESSI": ":-2", "WORKER_PROCESSI": ":-2"}
    assert rest.startswith(":?") or rest == optional[name]


@pytest.mark.parametrize("service", SERVICES)
def test_no_secret_is_written_down(service):
    for name, text in SERVICES[service].get("environment", {}).items():
        if re.search("PASSWORD|SECRET|AUTH", name):
            assert re.fullmatch(r"\$\{\w+:(\?[^}]*|-)\}", text), name
        elif name.endswith("_URL") and "@" in text:
            assert re.search(r":\$\{\w+:\?\}@", text), name


def test_the_example_asks_for_everything_and_gives_no_secret():
    wanted = {name for name, rest in INTERPOLATED.findall(COMPOSE_TEXT) if rest.startswith(":?")}
    lines = dict(re.findall(r"^(\w+)=(.*)$", EXAMPLE, re.MULTILINE))
    assert lines == dict.fromkeys(wanted, "")


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_says_when_it_is_well(service):
    """Either it has a health check, or others wait for it to finish."""
    conditions = {
        needed: how["condition"]
        for other in SERVICES.values()
        for needed, how in other.get("depends_on", {}).items()
    }
    finished = conditions.get(service) == "service_completed_successfully"
    assert SERVICES[service].get("healthcheck") or finished
    if conditions.get(service) == "service_healthy":
        assert SERVICES[service]["healthcheck"]["test"]


@pytest.mark.parametrize("service", ["web", "worker"])
def test_web_and_worker_can_be_many(service):
    assert "container_name" not in SERVICES[service]
    assert "ports" not in SERVICES[service]


@pytest.mark.parametrize("service", PORTAL)
def test_only_the_migration_is_the_owner(service):
    role = "cpia_proprietario" if service == "migrate" else "cpia_app"
    assert PORTAL[service]["environment"]["DATABASE_URL"].startswith(f"postgres://{role}:")


@pytest.mark.parametrize("service", PORTAL)
def test_the_portal_has_few_rights_in_its_container(service):
    assert "\nUSER cpia\n" in DOCKERFILE
    assert PORTAL[service]["read_only"] is True
    assert PORTAL[service]["cap_drop"] == ["ALL"]


@pytest.mark.parametrize("service", PORTAL)
def test_the_entrypoint_knows_the_command(service):
    (command,) = PORTAL[service]["command"]
    assert f"\n  {command})\n" in ENTRYPOINT


def test_the_keys_of_the_boxes_are_in_no_copy():
    """Web and workers share them; who makes the copies and the database never see them."""
    mounted = {name for name, service in SERVICES.items() if "urne:" in str(service.get("volumes"))}
    assert mounted == {"web", "worker"}
    assert "urne" in COMPOSE["volumes"]
    assert re.search(r"URNE=/srv/urne\b", DOCKERFILE)
    assert "/srv/urne" in DOCKERFILE.split("VOLUME ", 1)[1].splitlines()[0]
    for script in ("copia", "copie", "ripristina"):
        assert "urne" not in (PROJECT / "script" / "produzione" / script).read_text().lower()


def test_the_commands_of_the_migration_exist():
    for name in re.findall(r"manage\.py (\w+)", ENTRYPOINT):
        with pytest.raises(SystemExit) as stop:
            call_command(name, "--help")
        assert stop.value.code == 0


def test_production_has_nothing_to_be_warned_about():
    result = manage("check", "--deploy", "--fail-level", "WARNING", environment=production())
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


@pytest.mark.parametrize(
    "name",
    ["SECRET_KEY", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL", "EMAIL_URL", "PORTALE_URL", "REDIS_URL"],
)
def test_production_does_not_start_without(name):
    result = manage("check", environment=production(**{name: None}))
    assert result.returncode != 0
    assert name in result.stderr


def test_a_database_given_by_the_environment_means_production():
    result = manage("check", environment=production(AMBIENTE=None, SECRET_KEY=None))
    assert result.returncode != 0
    assert "SECRET_KEY" in result.stderr


@pytest.mark.parametrize("change", [{"OROLOGIO_SPOSTAMENTO": "60"}, {"MFA_OBBLIGATORIA": "false"}])
def test_production_refuses_what_only_a_demo_may(change):
    result = manage("check", environment=production(**change))
    assert result.returncode != 0
    assert next(iter(change)) in result.stderr


def test_the_licence_is_one():
    catalogue = yaml.safe_load((PROJECT / "publiccode.yml").read_text())
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    assert catalogue["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert catalogue["softwareVersion"] == project["version"]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (PROJECT / "LICENSE").read_text()
