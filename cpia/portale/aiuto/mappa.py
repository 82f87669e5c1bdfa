"""Which section of the guide speaks of which screen: name of the address → page#section."""

SEZIONI: dict[str, str] = {
    # for everybody
    "invito": "per-tutti#entrare",
    "scrivania": "per-tutti#scrivania",
    "perche_scadenza": "per-tutti#perche",
    "avvisi": "per-tutti#avvisi",
    "avviso": "per-tutti#avvisi",
    "impostazioni_avvisi": "per-tutti#avvisi",
    "calendario_privato": "per-tutti#il-mio-calendario",
    "circolari": "per-tutti#circolari",
    "circolare": "per-tutti#circolari",
    "cerca": "per-tutti#cercare",
    "documento": "per-tutti#documenti-e-verifica",
    "verifica": "per-tutti#documenti-e-verifica",
    "verifica_codice": "per-tutti#documenti-e-verifica",
    **dict.fromkeys(
        (
            "albo",
            "albo_atto",
            "istituto",
            "privacy",
            "accessibilita",
            "note_legali",
            "segnala",
            "novita_circolari",
            "novita_circolare",
        ),
        "per-tutti#albo-e-pagine-pubbliche",
    ),
    "storia": "per-tutti#chi-ha-fatto-che-cosa",
    "simulatore": "per-tutti#simulatore",
    "guida": "per-tutti#la-guida",
    "guida_pagina": "per-tutti#la-guida",
    **dict.fromkeys(
        ("regolamenti", "regolamento", "parametri_vigenti"), "per-tutti#le-regole-della-scuola"
    ),
    "confronto_regolamenti": "per-tutti#le-regole-della-scuola",
    "termine_regolamenti": "per-tutti#le-regole-della-scuola",
    # the office
    "segreteria": "segreteria#gli-strumenti-dell-ufficio",
    **dict.fromkeys(
        (
            "importazioni",
            "importazione_nuova",
            "importazione",
            "importazione_colonne",
            "importazione_annulla",
        ),
        "segreteria#importare",
    ),
    "persone": "segreteria#dare-l-accesso",
    **dict.fromkeys(
        (
            "persona",
            "incarico_nuovo",
            "sostituzione_nuova",
            "incarico_termine",
            "incarico_revoca",
        ),
        "segreteria#gli-incarichi-e-le-sostituzioni",
    ),
    **dict.fromkeys(
        (
            "circolari_ufficio",
            "circolare_nuova",
            "circolare_modifica",
            "circolare_elimina",
            "circolare_pubblica",
            "circolare_annulla",
            "circolare_ricevute",
        ),
        "segreteria#le-circolari",
    ),
    **dict.fromkeys(
        (
            "pubblicazioni",
            "pubblicazione_nuova",
            "pubblicazione_perche",
            "pubblicazione",
            "pubblicazione_modifica",
            "pubblicazione_pubblica",
            "pubblicazione_annulla",
        ),
        "segreteria#l-albo",
    ),
    **dict.fromkeys(
        (
            "anno",
            "anno_classi",
            "anno_studenti",
            "anno_incarichi",
            "anno_anteprima",
            "anno_compi",
            "classi",
            "classe",
        ),
        "segreteria#il-passaggio-d-anno",
    ),
    **dict.fromkeys(
        (
            "regolamento_nuovo",
            "regolamento_bozza",
            "regolamento_regola",
            "regolamento_adotta",
            "regolamento_scarta",
        ),
        "segreteria#i-regolamenti",
    ),
    # the direction
    **dict.fromkeys(
        ("stato_istituto", "scadenze_istituto", "istituto_perche"),
        "dirigente#lo-stato-dell-istituto",
    ),
    "controllo_regolamenti": "dirigente#il-controllo-dei-regolamenti",
    "registro": "dirigente#il-registro-delle-operazioni",
    "registro_riga": "dirigente#il-registro-delle-operazioni",
    # the competences
    "lavoro": "coordinatore#dopo-la-delibera-i-certificati",
    "competenze:elenco": "docente#le-mie-classi",
    **dict.fromkeys(
        (
            "competenze:inserimento",
            "competenze:livelli_inserimento",
            "competenze:storia_inserimento",
        ),
        "docente#inserire-i-livelli",
    ),
    "competenze:perche_termine": "docente#entro-quando",
    "competenze:registra_inserimento": "docente#registrare-e-chiudere",
    "competenze:studenti": "docente#uno-studente-alla-volta",
    "competenze:scheda": "docente#uno-studente-alla-volta",
    **dict.fromkeys(
        (
            "competenze:rilevazione_nuova",
            "competenze:rilevazione_modifica",
            "competenze:calendario",
            "competenze:abbinamenti",
            "competenze:rilevazione_apri",
            "competenze:rilevazione_chiudi",
            "competenze:rilevazione_riapri",
        ),
        "segreteria#la-rilevazione-delle-competenze",
    ),
    "competenze:rilevazione": "dirigente#lo-stato-delle-classi",
    **dict.fromkeys(
        (
            "competenze:quadro",
            "competenze:perche",
            "competenze:perche_storia",
            "competenze:perche_termine_classe",
        ),
        "coordinatore#il-quadro-della-classe",
    ),
    "competenze:riapri_disciplina": "coordinatore#sollecitare-e-riaprire-una-disciplina",
    "competenze:motivo_mancanza": "coordinatore#congelare",
    "competenze:congela": "coordinatore#congelare",
    "competenze:riapri_classe": "dirigente#riaprire-una-classe-congelata",
    "competenze:stampe": "coordinatore#dopo-la-delibera-i-certificati",
    "competenze:certifica": "coordinatore#dopo-la-delibera-i-certificati",
    "competenze:righe_libere": "coordinatore#dopo-la-delibera-i-certificati",
    "competenze:certificati_annulla": "dirigente#annullare-i-certificati",
}

# Addresses that open no screen of their own, and why.
SENZA_SEZIONE: dict[str, str] = {
    "calendario_ics": "the file that a calendar reads",
    "circolare_file": "a file",
    "novita_circolare_pdf": "a file",
    "novita_circolare_file": "a file",
    "albo_documento": "a file",
    "albo_file": "a file",
    "pubblicazione_file": "a file",
    "importazione_modello": "a file",
    "importazione_errate": "a file",
    "competenze:scheda_csv": "a file",
    "competenze:scheda_xlsx": "a file",
}
