"""How the kind ``crediti`` is answered on the page; a dossier is asked in JSON."""

from cpia.portale.calcolo.pagina.descrizione import Genere, Modulo, Voce

MODULO = Modulo(
    titolo="Crediti di un adulto",
    riga="Si prova che cosa riconosce un dossier, e quante ore restano. La richiesta si scrive "
    "in JSON, come nell’esempio.",
    esempio={
        "percorso": "primo_livello_primo_periodo",
        "ore_totali": "400",
        "ore_accoglienza": "40",
        "ore": {"C1": "30", "C22": "12"},
        "evidenze": [
            {"id": "e1", "tipo": "certificazione_informatica", "richieste": {"C22": "12"}},
            {"id": "e2", "tipo": "certificazione_italiano", "richieste": {"C1": "30"}},
            {"id": "e3", "tipo": "non_formale", "ore_attivita": "730", "competenza": "C22"},
        ],
    },
    voci=(
        Voce("ore_crediti", "Ore di credito", Genere.INTERO),
        Voce("ore_psp", "Ore del piano di studio", Genere.INTERO),
        Voce("competenze", "Competenze riconosciute"),
        Voce("tagli", "Tagli"),
    ),
)
