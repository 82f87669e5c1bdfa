"""Known parameters of the merit bonus.

Where no source gives a value it is a stated default that the school may change.
"""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave

MODELLO: Final = "prassi d’istituto, sul modello del CPIA Caltanissetta/Enna"
CRITERI: Final = f"{MODELLO}: Criteri e regolamento, 20 maggio 2019"
SILENZIO: Final = "prassi d’istituto: nessuna fonte lo dice"
LEGGE_160: Final = "L. 160/2019, art. 1 c. 249"
CENTO: Final = 100
PESO_MASSIMO: Final = 100

FONTE: Final = (
    Chiave(
        "bonus.fonte", TipoParametro.SCELTA,
        "Chi dice come si usano le risorse", "contratto", LEGGE_160, Origine.LEGGE,
        scelte={
            "comitato": "i criteri del Comitato di valutazione",
            "contratto": "la contrattazione integrativa d’istituto",
        },
        in_contrasto_con="L. 107/2015, art. 1 cc. 126-129: il dirigente assegna, sui criteri del "
        "Comitato.",
    ),
    Chiave(
        "bonus.destinatari", TipoParametro.SCELTA,
        "A chi vanno le risorse", "docenti_ata", LEGGE_160, Origine.LEGGE,
        scelte={"docenti": "ai docenti", "docenti_ata": "ai docenti e al personale ATA"},
        in_contrasto_con="L. 107/2015, art. 1 c. 128: ai soli docenti di ruolo.",
    ),
    Chiave(
        "bonus.contratto.solo_di_ruolo", TipoParametro.BOOLEANO,
        "Quando decide la contrattazione, le risorse sono solo di chi è di ruolo", "no",
        f"{LEGGE_160}: in favore del personale scolastico, senza ulteriore vincolo di destinazione",
        Origine.LEGGE,
    ),
    Chiave(
        "bonus.lordo", TipoParametro.SCELTA,
        "Che cosa comprendono gli importi", "lordo_dipendente", SILENZIO,
        scelte={
            "lordo_dipendente": "lordo dipendente: gli oneri dello Stato sono a parte",
            "lordo_stato": "lordo Stato: comprende gli oneri a carico dell’amministrazione",
        },
    ),
)  # fmt: skip

VALUTAZIONE: Final = (
    Chiave(
        "bonus.peso_a", TipoParametro.INTERO, "Peso dell’area A, per cento", "40",
        f"{CRITERI}, art. 11", minimo=0, massimo=CENTO,
    ),
    Chiave(
        "bonus.peso_b", TipoParametro.INTERO, "Peso dell’area B, per cento", "25",
        f"{CRITERI}, art. 11", minimo=0, massimo=CENTO,
    ),
    Chiave(
        "bonus.peso_c", TipoParametro.INTERO, "Peso dell’area C, per cento", "35",
        f"{CRITERI}, art. 11", minimo=0, massimo=CENTO,
    ),
    Chiave(
        "bonus.aggiuntiva", TipoParametro.INTERO,
        "Percentuale che il dirigente può aggiungere per compiti mai formalizzati, al più", "100",
        f"{CRITERI}, art. 10", minimo=0, massimo=CENTO,
    ),
    Chiave(
        "bonus.fasce", TipoParametro.ELENCO,
        "Percentuali oltre le quali comincia ogni fascia, dalla più bassa", "50, 70, 85",
        f"{CRITERI}, premessa e art. 8", minimo=0, massimo=CENTO - 1, crescente=True,
    ),
    Chiave(
        "bonus.arrotondamento", TipoParametro.SCELTA,
        "Come la percentuale diventa intera prima di leggere la fascia", "mezzo_in_su",
        "prassi d’istituto: le fasce sono scritte con numeri interi e nessuna fonte dice di chi "
        "sia il 70,5",
        scelte={
            "mezzo_in_su": "all’intero più vicino, il mezzo sale",
            "mezzo_in_giu": "all’intero più vicino, il mezzo scende",
            "per_difetto": "all’intero inferiore",
        },
    ),
)  # fmt: skip

ESCLUSIONI: Final = (
    Chiave(
        "bonus.assenze", TipoParametro.FRAZIONE,
        "Parte dei giorni di lavoro che le assenze non possono superare", "1/5",
        f"{CRITERI}, art. 2 lett. b",
    ),
    Chiave(
        "bonus.congedi_esclusi", TipoParametro.BOOLEANO,
        "I congedi di maternità, paternità e parentale non contano come assenza", "sì",
        "D.L. 95/2012, art. 5 c. 11-ter, conv. L. 135/2012", Origine.LEGGE,
    ),
    Chiave(
        "bonus.anni_sanzioni", TipoParametro.INTERO,
        "Anni scolastici prima di quello corrente in cui una sanzione esclude", "1",
        f"{CRITERI}, art. 2 lett. a", minimo=0, massimo=10,
    ),
)  # fmt: skip

BENEFICIARI: Final = (
    Chiave(
        "bonus.minimo", TipoParametro.FRAZIONE,
        "Parte dei docenti di ruolo in servizio da premiare, almeno", "1/10",
        "D.L. 95/2012, art. 5 c. 11-quinquies, conv. L. 135/2012", Origine.LEGGE,
    ),
    Chiave(
        "bonus.massimo", TipoParametro.FRAZIONE,
        "Parte dei docenti di ruolo in servizio da premiare, al più", "13/20",
        f"{CRITERI}, art. 6; D.Lgs. 150/2009, art. 18 c. 2: mai a tutti, senza distinzione",
    ),
)  # fmt: skip

RIPARTO: Final = (
    Chiave(
        "bonus.metodo", TipoParametro.SCELTA, "Come si divide il fondo",
        "quote_uguali_per_fascia", f"{CRITERI}, art. 6",
        scelte={
            "quote_uguali_per_fascia": "in quote uguali fra le fasce, uguali dentro la fascia",
            "proporzionale": "in proporzione alla percentuale",
            "peso_per_fascia": "secondo il peso di ogni fascia",
        },
    ),
    Chiave(
        "bonus.fascia_vuota", TipoParametro.SCELTA, "Dove va la quota di una fascia vuota",
        "a_tutti",
        f"{CRITERI}, art. 6: le somme non utilizzate vanno a tutti i beneficiari; è scritto per i "
        "beneficiari sotto il massimo, non per una fascia vuota",
        scelte={
            "a_tutti": "in parti uguali a tutti i beneficiari",
            "alle_altre_fasce": "in parti uguali alle altre fasce",
        },
    ),
    Chiave(
        "bonus.pesi_fascia", TipoParametro.ELENCO,
        "Pesi delle fasce, dalla più bassa, per il metodo che li usa", "1, 2, 3", SILENZIO,
        minimo=1, massimo=PESO_MASSIMO,
    ),
)  # fmt: skip

PUBBLICITA: Final = (
    Chiave(
        "bonus.pubblicazione", TipoParametro.SCELTA, "Che cosa si pubblica dell’esito",
        "aggregata", "D.Lgs. 33/2013, art. 20 cc. 1-2", Origine.LEGGE,
        scelte={
            "elenco": "l’elenco alfabetico dei beneficiari, senza importi",
            "aggregata": "soli dati aggregati",
        },
    ),
    Chiave(
        "bonus.gruppo_minimo", TipoParametro.INTERO,
        "Persone sotto le quali un gruppo non si pubblica da solo", "3",
        "prassi d’istituto: un gruppo piccolo fa riconoscere le persone (Regolamento (UE) "
        "2016/679, art. 5 par. 1 lett. c)",
        minimo=1, massimo=20,
    ),
)  # fmt: skip

TEMPI: Final = (
    Chiave(
        "bonus.richiesta_entro", TipoParametro.INTERO,
        "Giorni che si danno per chiedere e dichiarare le attività", "15",
        f"{MODELLO}: Criteri e regolamento, art. 4, termine «stabilito dal dirigente»", minimo=1,
    ),
    Chiave(
        "bonus.assegnazione_entro", TipoParametro.GIORNO_MESE,
        "Giorno entro cui si decreta l’assegnazione", "31/08",
        f"{MODELLO}: Criteri e regolamento, art. 6, «a conclusione di anno scolastico»",
    ),
    Chiave(
        "bonus.reclamo_entro", TipoParametro.INTERO,
        "Giorni dalla pubblicazione per proporre reclamo", "15",
        "D.P.R. 275/1999, art. 14 c. 7: reclamo entro quindici giorni dalla pubblicazione",
        Origine.LEGGE, minimo=1,
    ),
    Chiave(
        "bonus.accesso_entro", TipoParametro.INTERO,
        "Giorni per rispondere a chi chiede di vedere i propri atti", "30",
        "L. 241/1990, art. 25 c. 4", Origine.LEGGE, minimo=1,
    ),
    Chiave(
        "bonus.anticipi_promemoria", TipoParametro.ELENCO,
        "Giorni prima del termine in cui parte un promemoria", "7, 1",
        "prassi d’istituto: nessuna norma lo regola", minimo=0,
    ),
)  # fmt: skip

BONUS: Final = (*FONTE, *VALUTAZIONE, *ESCLUSIONI, *BENEFICIARI, *RIPARTO, *PUBBLICITA, *TEMPI)
