from django.apps import AppConfig


class AttiConfig(AppConfig):
    name = "cpia.atti"
    verbose_name = "Atti"
    default_auto_field = "django.db.models.BigAutoField"
