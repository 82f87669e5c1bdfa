"""Which section of the guide speaks of which screen of the individual agreement."""

DEL_PATTO: dict[str, tuple[str, ...]] = {
    # the welcome
    "tutor#i-corsisti-e-a-che-punto-sono": ("inizio",),
    "tutor#il-percorso-di-una-persona": ("corsista", "corsista_perche"),
    "tutor#assegnare-il-tutor": ("tutor",),
    "tutor#gli-incontri": ("incontro_nuovo", "incontro", "incontro_elimina"),
    "tutor#l-intervista": ("intervista",),
    "tutor#le-prove": ("prova_nuova", "prova", "prova_elimina"),
    "tutor#l-aiuto-con-l-italiano-e-le-ore-in-piu": ("sostegno", "ore_in_piu"),
    # dossier and credits
    "patto#il-dossier-e-i-crediti": (
        "dossier", "crediti", "crediti_prova", "crediti_perche", "evidenza_nuova", "evidenza",
        "evidenza_valuta", "dossier_certifica",
    ),
    # the agreement
    "patto#scrivere-il-piano-e-proporlo": ("piano", "proponi"),
    "patto#approvare-i-patti": ("da_approvare", "sezione"),
    "patto#far-firmare": ("patto", "patto_perche", "patto_firma", "firma_su_carta", "da_firmare"),
    "patto#rinegoziare": (
        "rinegozia", "patto_bozza", "patto_concludi", "patto_richiesta", "rinuncia",
    ),
    # who studies, or answers for a minor
    "chi-studia#il-mio-patto": ("mio", "mio_di", "mio_perche"),
    "chi-studia#chiedere-di-cambiare": ("mio_cambia",),
    "chi-studia#firmare": ("mio_firma",),
    "chi-studia#i-documenti-che-porti": ("evidenza_mia",),
    # groups and attendance
    "patto#i-gruppi-e-le-lezioni": (
        "gruppi", "gruppo_nuovo", "gruppo", "gruppo_modifica", "gruppo_membri", "membro_esce",
        "lezione_nuova", "lezione", "lezione_togli", "distanza",
    ),
    "patto#la-frequenza-di-una-persona": (
        "frequenza", "frequenza_perche", "deroga_nuova", "deroga_approva", "deroga_respingi",
    ),
    "patto#chi-non-viene-piu": ("assenti", "segno", "avviso_assenza", "ritiro"),
    # other schools, the Commission, the courtesy texts
    "patto#i-patti-di-due-scuole": ("condivisi", "condivisi_perche", "condiviso", "condividi"),
    "patto#la-commissione": ("commissione", "commissione_perche"),
    "patto#i-testi-nelle-altre-lingue": ("testi", "testi_lingua"),
    # the office and who directs
    "segreteria#le-iscrizioni-del-cpia": (
        "iscriviti", "ricevuta", "segui", "domande", "domanda_nuova", "domanda", "domanda_perche",
        "domanda_correggi",
        "domanda_accogli", "domanda_respingi", "domanda_rinuncia", "domanda_quota", "carta_nuova",
        "corsista_email",
        "iscrizioni", "apertura", "offerta_nuova", "offerta", "offerta_togli", "quadro_nuovo",
        "quadro", "quadro_ore", "unita_nuova", "unita", "unita_togli",
    ),
    "segreteria#i-documenti-di-soggiorno": ("soggiorno",),
    "segreteria#chi-e-assente-senza-notizie-e-i-patti-di-due-anni": ("biennali",),
    "dirigente#i-patti-formativi-del-cpia": ("rapporto", "esame"),
}  # fmt: skip
SEZIONI_PATTO: dict[str, str] = {
    f"patto:{nome}": sezione for sezione, nomi in DEL_PATTO.items() for nome in nomi
}
SENZA_SEZIONE_PATTO: dict[str, str] = {
    "patto:evidenza_file": "a file",
    "patto:carta": "a file",
    "patto:domanda_stampa": "a file",
    "patto:ricevuta_pdf": "a file",
}
