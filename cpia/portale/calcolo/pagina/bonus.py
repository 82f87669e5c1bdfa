"""How the kind ``bonus`` is answered on the page; teachers are asked in JSON."""

from cpia.portale.calcolo.pagina.descrizione import Genere, Modulo, Voce

MODULO = Modulo(
    titolo="Bonus premiale",
    riga="Si prova come un fondo si divide fra i docenti, con quale fascia e quale importo. La "
    "richiesta si scrive in JSON, come nell’esempio.",
    esempio={
        "profilo": "cpia-caltanissetta-enna",
        "metodo": "quote_uguali_per_fascia",
        "fondo": "9000.00",
        "docenti_di_ruolo": 10,
        "docenti": [
            {
                "id": "d1",
                "aree": {"A": "90", "B": "80", "C": "95"},
                "aggiuntiva": "0",
                "assenza": "5",
                "sanzioni": False,
                "di_ruolo": True,
            },
            {
                "id": "d2",
                "aree": {"A": "70", "B": "75", "C": "80"},
                "aggiuntiva": "1",
                "assenza": "20",
                "sanzioni": False,
                "di_ruolo": True,
            },
        ],
    },
    elenco="docenti",
    niente="Nessun docente.",
    voci=(
        Voce("id", "Docente"),
        Voce("percentuale", "Percentuale"),
        Voce("fascia", "Fascia", Genere.INTERO, vuoto="nessuna"),
        Voce("escluso", "Escluso", vuoto="no"),
        Voce("importo", "Importo, euro", vuoto="da decidere"),
    ),
    totali=(
        Voce("totale", "Si paga, euro"),
        Voce("beneficiari", "Beneficiari", Genere.INTERO),
        Voce("minimo", "Almeno", Genere.INTERO),
        Voce("massimo", "Al più", Genere.INTERO),
        Voce("avvisi", "Avvisi"),
        Voce("da_decidere", "Pari sul limite", vuoto="nessuno"),
    ),
)
