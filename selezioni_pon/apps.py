from django.apps import AppConfig


class SelezioniPonConfig(AppConfig):
    name = "selezioni_pon"
    verbose_name = "Selezioni"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from cpia.atti.registri import registra_caricati, registra_lettore, registra_pagina
        from cpia.avvisi import registri as avvisi
        from selezioni_pon.access import funzioni, infanzia
        from selezioni_pon.access.carte import (
            puo_leggere,
            puo_leggere_candidatura,
            puo_leggere_graduatoria,
            puo_leggere_incarico,
            puo_leggere_nomina,
            puo_leggere_risposta,
            puo_leggere_sostituzione,
        )
        from selezioni_pon.documents import (
            avviso,
            domanda,
            estratto_incarico,
            funzione,
            graduatoria,
            incarico,
            nomina,
            proroga,
            ricevuta,
            risposta_reclamo,
            sostituzione,
        )
        from selezioni_pon.documents import infanzia as elenco_infanzia
        from selezioni_pon.models import AllegatoCandidatura
        from selezioni_pon.queries.scrivania import chi_ne_risente, descrive, riassunto
        from selezioni_pon.services.albo_esperti import notizie as agli_esperti
        from selezioni_pon.services.avvisi import inviti
        from selezioni_pon.services.candidature import posta
        from selezioni_pon.services.commissione import inviti as nomine
        from selezioni_pon.services.esterni import lettere
        from selezioni_pon.services.funzioni import notizie as sulle_funzioni
        from selezioni_pon.services.graduatorie import notizie
        from selezioni_pon.services.incarichi import avvisi as sugli_incarichi
        from selezioni_pon.services.infanzia import inviti as alle_famiglie
        from selezioni_pon.services.promemoria import APP, ancora_dovuto, pianifica
        from selezioni_pon.storie import registra as registra_storie

        avvisi.registra(APP, pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive)
        avvisi.registra_riassunto(APP, riassunto)
        avvisi.registra_conseguenze(APP, chi_ne_risente)
        for notizia in (
            inviti, posta, nomine, notizie, sugli_incarichi, alle_famiglie, sulle_funzioni,
            agli_esperti,
        ):  # fmt: skip
            avvisi.registra_controllo(notizia.PREFISSO, notizia.ancora_dovuto)
        avvisi.registra_controllo(lettere.PREFISSO, lettere.ancora_dovuta)
        for tipo, chi_legge in (
            (avviso.TIPO, puo_leggere),
            (domanda.TIPO, puo_leggere_candidatura),
            (ricevuta.TIPO, puo_leggere_candidatura),
            (nomina.TIPO, puo_leggere_nomina),
            (sostituzione.TIPO, puo_leggere_sostituzione),
            (graduatoria.TIPO, puo_leggere_graduatoria),
            (risposta_reclamo.TIPO, puo_leggere_risposta),
            (elenco_infanzia.TIPO, infanzia.puo_leggere),
            (funzione.TIPO, funzioni.puo_leggere),
        ):
            registra_lettore(tipo, chi_legge)
        for tipo in (incarico.TIPO, estratto_incarico.TIPO, proroga.TIPO):
            registra_lettore(tipo, puo_leggere_incarico)
        registra_caricati(AllegatoCandidatura)
        registra_pagina(graduatoria.TIPO, "selezioni:graduatoria_albo", "La graduatoria")
        registra_storie()
