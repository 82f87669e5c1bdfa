from django.apps import AppConfig


class AttiConfig(AppConfig):
    name = "cpia.atti"
    verbose_name = "Atti"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lend to the ground what it may not import."""
        from cpia.atti.albo import access as albo
        from cpia.atti.albo import storia as storia_albo
        from cpia.atti.albo.documents import TIPO as ATTESTAZIONE
        from cpia.atti.registri import registra_lettore
        from cpia.atti.registro.oggetti import registra as registra_storie
        from cpia.atti.services import annota
        from cpia.scuola.registri import presta

        presta(annota=annota)
        registra_storie()
        storia_albo.registra()
        registra_lettore(ATTESTAZIONE, albo.puo_leggere_attestazione)
