"""Known parameters of calendar, acts, certification of competences and sittings."""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave
from cpia.norme.rules.chiavi_disciplina import DISCIPLINA

CALENDARIO: Final = (
    Chiave(
        "calendario.patrono",
        TipoParametro.GIORNO_MESE,
        "Festa del santo patrono della sede",
        "nessuno",
        "CCNL Scuola 29 novembre 2007, art. 14 c. 1: il giorno è quello della località",
        Origine.LEGGE,
    ),
    Chiave(
        "calendario.sabato_lavorativo",
        TipoParametro.BOOLEANO,
        "Il sabato la scuola lavora",
        "sì",
        "L. 260/1949, art. 2: il sabato non è tra i giorni festivi",
        Origine.LEGGE,
    ),
)

ATTI: Final = (
    Chiave(
        "albo.giorni",
        TipoParametro.INTERO,
        "Giorni di pubblicazione all’albo",
        "15",
        "D.P.R. 275/1999, art. 14 c. 7: l’atto è definitivo al quindicesimo giorno dall’albo",
        Origine.LEGGE,
        minimo=1,
    ),
    Chiave(
        "atti.firma_a_mezzo_stampa",
        TipoParametro.BOOLEANO,
        "Firma autografa sostituita a mezzo stampa",
        "no",
        "prassi d’istituto: l’art. 3 c. 2 del D.Lgs. 39/1993 lo consente e non lo impone",
    ),
    Chiave(
        "circolari.pubblica_segreteria",
        TipoParametro.BOOLEANO,
        "Anche la segreteria pubblica e annulla le circolari",
        "no",
        "prassi d’istituto: rappresenta l’istituto chi lo dirige (D.Lgs. 165/2001, art. 25 c. 2)",
    ),
)

SITO: Final = (
    Chiave(
        "sito.rpd",
        TipoParametro.TESTO,
        "Responsabile della protezione dei dati (RPD)",
        "non indicato",
        "Regolamento (UE) 2016/679, art. 37 par. 7: i suoi recapiti si pubblicano",
        Origine.LEGGE,
    ),
    Chiave(
        "sito.rpd_recapiti",
        TipoParametro.TESTO,
        "Recapiti del responsabile della protezione dei dati",
        "non indicato",
        "Regolamento (UE) 2016/679, art. 37 par. 7: i suoi recapiti si pubblicano",
        Origine.LEGGE,
    ),
    Chiave(
        "sito.dichiarazione_accessibilita",
        TipoParametro.TESTO,
        "Codice della dichiarazione di accessibilità, dopo https://form.agid.gov.it/view/",
        "non indicato",
        "L. 9 gennaio 2004, n. 4, art. 3-quater",
        Origine.LEGGE,
    ),
)

COMPETENZE: Final = (
    Chiave(
        "competenze.mezzo",
        TipoParametro.SCELTA,
        "Media a metà tra due livelli",
        "in_su",
        "prassi d’istituto: il D.M. 14/2024 non prevede medie; il mezzo va a favore dello studente",
        scelte={
            "in_su": "sale al livello superiore",
            "in_giu": "scende al livello inferiore",
        },
    ),
    Chiave(
        "competenze.minimo_valutazioni",
        TipoParametro.INTERO,
        "Valutazioni che bastano per proporre un livello",
        "1",
        "prassi d’istituto: il D.M. 14/2024 non fissa un minimo",
        minimo=1,
        massimo=50,
    ),
    Chiave(
        "competenze.giorni_prima_scrutinio",
        TipoParametro.INTERO,
        "Giorni prima dello scrutinio entro cui inserire le competenze",
        "3",
        "prassi d’istituto, sul modello della circolare n. 417/2024 dell’IIS Antonietti, lettera A",
        minimo=0,
    ),
    Chiave(
        "competenze.inserimento_tardivo",
        TipoParametro.BOOLEANO,
        "Dopo il termine si inserisce ancora, finché la classe non è congelata",
        "sì",
        "prassi d’istituto: la circolare n. 417/2024 dell’IIS Antonietti, lettera A, obbliga a "
        "completare entro il termine ma non dice che dopo non si inserisce più",
    ),
    Chiave(
        "competenze.anticipi_promemoria",
        TipoParametro.ELENCO,
        "Giorni prima della scadenza in cui ricordare gli inserimenti mancanti",
        "7, 3, 1",
        "prassi d’istituto",
        minimo=0,
    ),
    Chiave(
        "competenze.anticipo_certificazione",
        TipoParametro.INTERO,
        "Giorni prima dello scrutinio in cui ricordare la certificazione mancante",
        "1",
        "prassi d’istituto",
        minimo=0,
    ),
)

SEDUTE: Final = (
    Chiave(
        "sedute.anticipi_promemoria",
        TipoParametro.ELENCO,
        "Giorni prima del termine in cui parte un promemoria",
        "3, 1",
        "prassi d’istituto: nessuna norma lo regola",
    ),
    Chiave(
        "sedute.verbale_entro",
        TipoParametro.INTERO,
        "Giorni dopo la seduta entro cui il verbale è pronto da leggere",
        "15",
        "prassi d’istituto: nessuna norma lo regola",
        minimo=1,
        massimo=365,
    ),
    Chiave(
        "sedute.anticipo_mandati",
        TipoParametro.INTERO,
        "Giorni prima della fine dei mandati in cui si ricorda il rinnovo",
        "60",
        "prassi d’istituto: nessuna norma lo regola",
        minimo=1,
        massimo=365,
    ),
)

GENERALI: Final = (*CALENDARIO, *ATTI, *SITO, *COMPETENZE, *DISCIPLINA, *SEDUTE)
