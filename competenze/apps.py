from django.apps import AppConfig


class CompetenzeConfig(AppConfig):
    name = "competenze"
    verbose_name = "Competenze"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from competenze.access import puo_leggere
        from competenze.azioni import azioni
        from competenze.queries import istituto
        from competenze.queries.scrivania import descrive
        from competenze.services.promemoria import ancora_dovuto, pianifica
        from competenze.storie import registra as registra_storie
        from cpia.atti.registri import registra_lettore
        from cpia.avvisi import registri as avvisi

        avvisi.registra(
            "competenze", pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive
        )
        avvisi.registra_azioni("competenze", azioni)
        avvisi.registra_riassunto("competenze", istituto.riassunto)
        avvisi.registra_grafici("competenze", istituto.grafici)
        avvisi.registra_conseguenze("competenze", istituto.chi_ne_risente)
        for tipo in ("certificato_competenze", "certificati_classe", "tabellone_competenze"):
            registra_lettore(tipo, puo_leggere)
        registra_storie()
