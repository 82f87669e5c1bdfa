from django.apps import AppConfig


class NormeConfig(AppConfig):
    name = "cpia.norme"
    verbose_name = "Norme"
    default_auto_field = "django.db.models.BigAutoField"
