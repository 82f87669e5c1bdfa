from django.apps import AppConfig


class AttiConfig(AppConfig):
    name = "cpia.atti"
    verbose_name = "Atti"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lend to the ground what it may not import."""
        from cpia.atti.services import annota
        from cpia.scuola.registri import presta

        presta(annota=annota)
