"""Which section of the guide speaks of which screen of the selections."""

DELLE_SELEZIONI: dict[str, tuple[str, ...]] = {
    "chi-vede-che-cosa": ("elenco",),
    "le-griglie": (
        "griglie", "griglia_nuova", "griglia", "griglia_copia", "griglia_elimina",
        "griglia_ritira", "griglia_dati",
    ),
    "sezioni-e-voci": (
        "sezione_nuova", "sezione", "sezione_togli", "voce_nuova", "voce", "voce_togli",
    ),
    "provare-una-griglia": ("griglia_anteprima", "griglia_prova"),
    "i-progetti": ("progetti", "progetto_nuovo", "progetto"),
    "preparare-una-selezione": ("nuova",),
    "scrivere-l-avviso": ("avviso_scrivi", "avviso_controllo", "avviso_elimina"),
    "pubblicare": ("avviso_pubblica",),
    "l-avviso-pubblicato": ("avviso",),
    "proporre-gli-incarichi": (
        "incarichi_avviso", "incarichi_proponi", "proposta_registra", "proposta_scaduta",
    ),
    "rispondere-a-una-proposta": ("proposta",),
    "lettere-e-contratti": (
        "incarico_scrivi", "incarico", "incarico_emetti", "incarico_annulla", "incarico_firma",
    ),
    "pubblicare-un-incarico": ("incarichi", "incarico_pubblica", "incarichi_conferiti"),
    "comunicare-un-incarico": ("incarico_comunica", "incarico_compensi"),
    "prorogare-o-cessare-un-incarico": ("incarico_proroga", "proposta_cessa"),
    "verificare-e-liquidare": ("incarico_verifica",),
    "revocare-un-avviso": ("avviso_revoca",),
    "se-l-avviso-non-basta": ("avviso_impossibilita", "avviso_successivo"),
    "scrivere-la-domanda": (
        "candidatura_comincia", "candidatura_scrivi", "candidatura_passo", "candidatura_perche",
        "candidatura_elimina",
    ),
    "le-mie-domande": ("mie", "candidatura_ritira"),
    "firmare-e-inviare": ("candidatura_invia", "inviata"),
    "riprendere-i-titoli": ("portafoglio", "candidatura_copia"),
    "le-domande-arrivate": ("avviso_domande",),
    "nominare-la-commissione": ("commissione", "commissione_nomina"),
    "dichiarare-prima-di-leggere": ("commissione_dichiarazione",),
    "sostituire-chi-non-puo-valutare": ("commissione_sostituisci",),
    "chiudere-i-lavori": ("commissione_chiudi", "commissione_riapri"),
    "verificare-i-titoli": ("verifica", "verifica_domanda", "verifica_titolo", "verifica_perche"),
    "i-punti-della-commissione": ("verifica_punti", "verifica_accordo"),
    "chiudere-o-escludere-una-domanda": (
        "verifica_chiudi", "verifica_escludi", "verifica_riapri",
    ),
    "formare-la-graduatoria": (
        "graduatoria", "graduatoria_forma", "graduatoria_sorteggio", "graduatoria_perche",
    ),
    "pubblicare-la-graduatoria": (
        "graduatoria_pubblica", "graduatoria_definitiva", "graduatoria_versione",
        "graduatoria_albo",
    ),
    "il-mio-punteggio": ("posizione", "posizione_perche", "reclamo_nuovo"),
    "i-reclami": ("reclami", "reclamo", "reclamo_rispondi"),
    "i-candidati-esterni": ("candidati", "candidato_nuovo", "candidato_chiudi"),
    "l-albo-degli-esperti": (
        "albo_esperti", "albo_sportello", "albo_iscrizione", "albo_iscrivi", "albo_rifiuta",
        "albo_cancella", "albo_avverti",
    ),
    "le-funzioni-strumentali": (
        "funzioni", "funzioni_nuova", "funzioni_procedura", "funzioni_area_nuova",
        "funzioni_area", "funzioni_area_togli", "funzioni_apri",
    ),
    "chiedere-una-funzione": ("funzione_chiedi", "funzione_domanda", "funzione_ritira"),
    "esaminare-i-titoli-per-le-funzioni": (
        "funzioni_nomina", "funzioni_dichiara", "funzioni_assenze", "funzione_accerta",
        "funzione_esame", "funzioni_chiudi",
    ),
    "attribuire-le-funzioni": (
        "funzione_parita", "funzione_attribuisci", "funzione_senza", "funzione_data",
        "funzione_relazione", "funzione_cessa",
    ),
    "le-iscrizioni-all-infanzia": (
        "infanzia", "infanzia_nuovo", "infanzia_elenco", "infanzia_scrivi",
        "infanzia_sezione_nuova", "infanzia_sezione", "infanzia_sezione_togli",
    ),
    "le-domande-per-l-infanzia": (
        "infanzia_domanda_nuova", "infanzia_domanda", "infanzia_domanda_scrivi",
        "infanzia_rinuncia",
    ),
    "formare-l-elenco-dell-infanzia": (
        "infanzia_provvisorio", "infanzia_definitivo", "infanzia_scorri", "infanzia_anticipi",
        "infanzia_sorteggio", "infanzia_versione",
    ),
}  # fmt: skip
DI_CHI_E_FUORI = ("esterni", "esterni_registrati", "esterni_scritto", "esterni_conferma")
SEZIONI_SELEZIONI: dict[str, str] = {
    f"selezioni:{nome}": f"selezioni#{sezione}"
    for sezione, nomi in DELLE_SELEZIONI.items()
    for nome in nomi
} | {f"selezioni:{nome}": "candidati#registrarsi" for nome in DI_CHI_E_FUORI}
SEZIONI_SELEZIONI |= {
    f"selezioni:{nome}": "candidati#l-albo-degli-esperti"
    for nome in ("albo_mio", "albo_chiedi", "albo_rinuncia")
}
SEZIONI_SELEZIONI["selezioni:infanzia_figli"] = "famiglie#l-iscrizione-alla-scuola-dell-infanzia"
SENZA_SEZIONE_SELEZIONI: dict[str, str] = {
    "selezioni:griglia_file": "a file",
    "selezioni:curriculum": "a file",
    "selezioni:inviata_file": "a file",
    "selezioni:verifica_file": "a file",
    "selezioni:candidatura_file": "a file",
}
