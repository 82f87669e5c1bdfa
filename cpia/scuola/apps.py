from django.apps import AppConfig


class ScuolaConfig(AppConfig):
    name = "cpia.scuola"
    verbose_name = "Scuola"
    default_auto_field = "django.db.models.BigAutoField"
