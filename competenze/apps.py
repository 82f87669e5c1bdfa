from django.apps import AppConfig


class CompetenzeConfig(AppConfig):
    name = "competenze"
    verbose_name = "Competenze"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from competenze.access import puo_leggere
        from competenze.queries.scrivania import descrive
        from competenze.services.promemoria import ancora_dovuto, pianifica
        from cpia.atti.registri import registra_lettore
        from cpia.avvisi.registri import registra

        registra("competenze", pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive)
        for tipo in ("certificato_competenze", "certificati_classe", "tabellone_competenze"):
            registra_lettore(tipo, puo_leggere)
