"""Configuration: everything that changes between machines comes from the environment.

With nothing configured the local services' own file (``$CPIA_DATI/servizi.json``) fills in, so
that a laptop runs the same code path as production. Production refuses to start half configured.
"""

import json
from pathlib import Path

import environ
from csp.constants import NONCE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from platformdirs import user_data_dir

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

CPIA_DATI = Path(env.str("CPIA_DATI", default=user_data_dir("cpia")))
_SERVIZI = CPIA_DATI / "servizi.json"
if "DATABASE_URL" not in env and _SERVIZI.is_file():
    AMBIENTE = env.str("AMBIENTE", default="dimostrazione")
    for _chiave, _valore in json.loads(_SERVIZI.read_text()).items():
        env.ENVIRON.setdefault(_chiave, str(_valore))
else:
    AMBIENTE = env.str(
        "AMBIENTE", default="produzione" if "DATABASE_URL" in env else "dimostrazione"
    )
if AMBIENTE not in {"produzione", "dimostrazione", "test"}:
    raise ImproperlyConfigured(f"AMBIENTE={AMBIENTE!r}: produzione, dimostrazione o test")
PRODUZIONE = AMBIENTE == "produzione"


def _obbligatoria(nome: str, altrove: str) -> str:
    """A value that production must be given; elsewhere there is a harmless one.

    Read as it is: ``env.str`` takes one that begins with "$" for the name of another.
    """
    valore = env.ENVIRON.get(nome, "" if PRODUZIONE else altrove)
    if not valore:
        raise ImproperlyConfigured(f"{nome}: in produzione va indicata")
    return str(valore)


DEBUG = False
SECRET_KEY = _obbligatoria("SECRET_KEY", get_random_secret_key())
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = _obbligatoria("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PORTALE_URL = _obbligatoria("PORTALE_URL", "http://127.0.0.1:8000").rstrip("/")

OROLOGIO_SPOSTAMENTO = env.float("OROLOGIO_SPOSTAMENTO", default=0.0)
MFA_OBBLIGATORIA = env.bool("MFA_OBBLIGATORIA", default=True)
if PRODUZIONE and OROLOGIO_SPOSTAMENTO:
    raise ImproperlyConfigured("OROLOGIO_SPOSTAMENTO: in produzione l’orologio è quello vero")
if PRODUZIONE and not MFA_OBBLIGATORIA:
    raise ImproperlyConfigured("MFA_OBBLIGATORIA: in produzione il secondo fattore non si toglie")

INSTALLED_APPS = [
    "cpia.scuola",
    "cpia.norme",
    "cpia.atti",
    "cpia.avvisi",
    "competenze",
    "organi_collegiali",
    "patto_formativo",
    "bonus_merito",
    "selezioni_pon",
    "cpia.portale",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "template_partials",
    "bootstrap_italia_template",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cpia.scuola.middleware.SessioneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "cpia.scuola.middleware.IstitutoMiddleware",
]

ROOT_URLCONF = "cpia.urls"
WSGI_APPLICATION = "cpia.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "cpia.portale.contesto.portale",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **env.db_url("DATABASE_URL", default="postgres://cpia_app@127.0.0.1/cpia"),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
}
DATABASES["default"].setdefault("OPTIONS", {})
REDIS_URL = _obbligatoria("REDIS_URL", "redis://127.0.0.1:6379/0")
# In PostgreSQL, so that the limits on logins hold when the broker is down. Large, because who
# attacks many accounts at once must not push the counts of the others out of it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "scuola_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

AUTH_USER_MODEL = "scuola.Utente"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nome}"}
    for nome in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}  # type: ignore[assignment]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "istituti"
ACCOUNT_ADAPTER = "cpia.scuola.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Portale della scuola] "
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
# A whole school leaves by one address, so the limit by address is wide: it stops who tries one
# password on many accounts. The one by account stops who guesses (cpia.scuola.dispositivi).
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/5m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXY_FIDATI", default=1 if PRODUZIONE else 0)
MFA_ADAPTER = "cpia.scuola.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Portale della scuola"

# Idle for an hour, or twelve hours of work (cpia.scuola.middleware.SessioneMiddleware).
SESSION_COOKIE_AGE = 60 * 60
SESSIONE_DURATA_MASSIMA = 60 * 60 * 12
# A list of persons leaves as a file only soon after password or second factor: in seconds.
ESPORTAZIONE_RICONFERMA = 60 * 15
# A file with more rows than these is imported, and taken back, by a worker behind a bar.
IMPORTAZIONE_LUNGA = env.int("IMPORTAZIONE_LUNGA", default=300)
SESSION_COOKIE_SECURE = PRODUZIONE
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = PRODUZIONE
CSRF_FAILURE_VIEW = "cpia.portale.errori.csrf"
SECURE_SSL_REDIRECT = PRODUZIONE and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^salute/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUZIONE else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PRODUZIONE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "font-src": [SELF, "data:"],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "italiano")]
TIME_ZONE = "Europe/Rome"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(CPIA_DATI / "static"))
STATICFILES_DIRS = [BASE_DIR / "static", ("guida", BASE_DIR / "docs" / "immagini")]
# The client of a test asks for no static file, and each would list them all before it starts.
WHITENOISE_USE_FINDERS = AMBIENTE == "dimostrazione"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUZIONE
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(CPIA_DATI / "media"))
# The keys of the boxes of secret votes, while they are open: never in a copy.
URNE = env.str("URNE", default=str(CPIA_DATI / "urne"))
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
CARICAMENTO_MASSIMO = env.int("CARICAMENTO_MASSIMO_MB", default=20) * 2**20
# The files of one form together: the proxy lets through 2 MiB more, of what is typed (Caddyfile).
CARICAMENTO_IN_TUTTO = 30 * 2**20
# Applications that come online in a day, to one school and from one address: who floods stops here.
ISCRIZIONI_AL_GIORNO = env.int("ISCRIZIONI_AL_GIORNO", default=500)
ISCRIZIONI_AL_GIORNO_PER_INDIRIZZO = env.int("ISCRIZIONI_AL_GIORNO_PER_INDIRIZZO", default=150)
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

vars().update(env.email_url_config(_obbligatoria("EMAIL_URL", "smtp://127.0.0.1:1025")))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _obbligatoria("DEFAULT_FROM_EMAIL", "portale@scuola.example")

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 15 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 14 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 600_000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 60 * 60, "socket_connect_timeout": 2}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0}
BATTITO = env.float("BATTITO_SECONDI", default=30.0)
CELERY_BEAT_SCHEDULE = {
    "batti": {
        "task": "cpia.avvisi.batti",
        "schedule": BATTITO,
        "options": {"expires": BATTITO},  # ticks do not pile up while no worker is there
    },
    "sigilla": {"task": "cpia.atti.sigilla", "schedule": 60.0, "options": {"expires": 60.0}},
    "ripulisci_albo": {"task": "cpia.atti.ripulisci_albo", "schedule": 3600.0},
    "candidati_esterni": {"task": "selezioni_pon.candidati_esterni", "schedule": 3600.0},
    "elimina_selezioni_scadute": {"task": "selezioni_pon.elimina_scaduti", "schedule": 86400.0},
    "spazza_orfani": {"task": "cpia.atti.spazza_orfani", "schedule": 86400.0},
}

# Names, codici fiscali and tokens stay out of logs: no request bodies, no SQL, no locals.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"riga": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "riga"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.db.backends": {"level": "WARNING"},
        "django.server": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
        "weasyprint": {"level": "CRITICAL"},
    },
}
