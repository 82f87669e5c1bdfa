"""Which section of the guide speaks of which screen of the merit bonus."""

DEL_BONUS: dict[str, tuple[str, ...]] = {
    "chi-vede-che-cosa": ("inizio",),
    "i-criteri": (
        "criteri", "criteri_nuovi", "criterio_scheda", "criteri_testata",
        "criteri_regolamento", "criteri_adotta", "criteri_pubblica", "criteri_elimina",
        "criteri_area", "criterio_nuovo", "criterio", "criterio_togli",
    ),
    "il-fondo": ("fondo",),
    "aprire-il-bonus-e-chiudere-le-richieste": (
        "procedura_nuova", "procedura", "procedura_perche", "procedura_apri",
        "procedura_proroga", "procedura_chiudi", "procedura_d_ufficio", "procedura_annulla",
        "procedura_in_servizio",
    ),
    "chiedere-il-bonus": (
        "mia", "mia_invia", "mia_riapri", "mia_ritira", "attivita_nuova", "attivita",
        "attivita_togli", "prova_nuova", "prova_togli", "atti_citabili", "atto_cita",
    ),
    "i-requisiti": ("requisiti", "requisiti_persona", "requisiti_prova", "requisiti_perche"),
    "valutare": ("valuta", "valuta_prova", "giudica", "gruppo_d_ufficio"),
    "il-quadro": ("quadro", "quadro_prova", "quadro_perche", "parita"),
    "il-decreto": ("decreto", "decreto_annulla"),
    "rettificare-un-esito": ("rettifica",),
    "la-pubblicazione": ("pubblicazione",),
    "il-mio-esito-reclami-e-accesso-agli-atti": (
        "esito", "esito_perche", "istanze", "istanza_nuova", "istanza", "archivia",
    ),
    "i-numeri-per-il-comitato": ("statistiche",),
}  # fmt: skip
SEZIONI_BONUS: dict[str, str] = {
    f"bonus:{nome}": f"bonus#{sezione}" for sezione, nomi in DEL_BONUS.items() for nome in nomi
}
SENZA_SEZIONE_BONUS: dict[str, str] = {
    "bonus:prova_file": "a file",
}
