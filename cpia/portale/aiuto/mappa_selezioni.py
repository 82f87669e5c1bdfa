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
    "revocare-un-avviso": ("avviso_revoca",),
    "se-l-avviso-non-basta": ("avviso_impossibilita", "avviso_successivo"),
}  # fmt: skip
SEZIONI_SELEZIONI: dict[str, str] = {
    f"selezioni:{nome}": f"selezioni#{sezione}"
    for sezione, nomi in DELLE_SELEZIONI.items()
    for nome in nomi
}
SENZA_SEZIONE_SELEZIONI: dict[str, str] = {
    "selezioni:griglia_file": "a file",
}
