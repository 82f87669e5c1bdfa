from django.apps import AppConfig


class AvvisiConfig(AppConfig):
    name = "cpia.avvisi"
    verbose_name = "Avvisi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lend to the ground what it may not import."""
        from cpia.avvisi.services import accoda
        from cpia.scuola.registri import presta

        presta(accoda=accoda)
