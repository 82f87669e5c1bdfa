"""What can be said of any collegial organ: the entries of which its parameters are made."""

from typing import Final

from cpia.norme.enums import (
    AggiuntaOdg,
    BaseMaggioranza,
    EsitoParita,
    FormaVoto,
    InterventoSupplente,
    MisuraNonAmmissione,
    Numerazione,
    Origine,
    ParitaPersone,
    RegolaQuorum,
    Sostituto,
    TipoParametro,
)
from cpia.norme.rules.chiave import Chiave, parole

LEGGE: Final = Origine.LEGGE
ART_37_2: Final = "D.Lgs. 297/1994, art. 37 c. 2"
ART_37_3: Final = "D.Lgs. 297/1994, art. 37 c. 3"
ART_37_4: Final = "D.Lgs. 297/1994, art. 37 c. 4"
CM_105: Final = "C.M. 16 aprile 1975, n. 105, art. 1 (D.Lgs. 297/1994, art. 40)"
SILENZIO: Final = "prassi d’istituto: nessuna norma lo regola"
ORDINARIO: Final = "preavviso.ordinaria"
COMPONENTI_MASSIMI: Final = 500
MINUTI_DEL_GIORNO: Final = 1440

ASTENUTI: Final = (
    "La legge dice «voti validamente espressi»: per una lettura gli astenuti contano nel numero "
    "legale e non tra i votanti, per un’altra l’astensione è un voto (tesi discussa)."
)
INDICATIVO: Final = (
    "La C.M. 105/1975 dice «di massima non inferiore ai 5 giorni»: il termine vincola quando il "
    "regolamento lo fa proprio (TAR Basilicata 25 febbraio 2022, n. 150)."
)

CONVOCAZIONE: Final = (
    Chiave(
        ORDINARIO, TipoParametro.DURATA, "Preavviso della seduta ordinaria",
        "5 giorni", CM_105, LEGGE, in_contrasto_con=INDICATIVO,
    ),
    Chiave(
        "preavviso.straordinaria", TipoParametro.DURATA, "Preavviso della seduta straordinaria",
        "5 giorni", CM_105, LEGGE, segue=ORDINARIO, in_contrasto_con=INDICATIVO,
    ),
    Chiave(
        "preavviso.urgente", TipoParametro.DURATA, "Preavviso della seduta urgente",
        "5 giorni", CM_105, LEGGE, segue=ORDINARIO, in_contrasto_con=INDICATIVO,
    ),
    Chiave(
        "richiesta.quota", TipoParametro.FRAZIONE,
        "Parte dei componenti che può chiedere la seduta", "1/3", SILENZIO,
    ),
    Chiave(
        "richiesta.convocazione_entro", TipoParametro.DURATA,
        "Tempo per convocare la seduta richiesta", "30 giorni",
        "L. 241/1990, art. 2 c. 2: termine generale dei procedimenti", LEGGE,
    ),
    Chiave(
        "odg.integrazione", TipoParametro.DURATA,
        "Preavviso per integrare l’ordine del giorno già inviato",
        "5 giorni", CM_105, LEGGE, segue=ORDINARIO,
    ),
    Chiave(
        "odg.aggiunta", TipoParametro.SCELTA, "Come si aggiunge un punto in seduta",
        "unanimita", f"{SILENZIO}; l’avviso deve indicare gli argomenti (C.M. 105/1975, art. 1)",
        scelte=parole(*AggiuntaOdg),
    ),
    Chiave(
        "odg.aggiunta_quota", TipoParametro.FRAZIONE,
        "Misura della maggioranza qualificata per aggiungere un punto", "2/3", SILENZIO,
    ),
    Chiave(
        "documenti.deposito", TipoParametro.DURATA,
        "Quanto prima della seduta i documenti sono a disposizione", "5 giorni", SILENZIO,
        segue=ORDINARIO,
    ),
)  # fmt: skip

SEDUTA: Final = (
    Chiave(
        "quorum.regola", TipoParametro.SCELTA, "Quanti presenti occorrono", "meta_piu_uno",
        f"{ART_37_2}, per analogia", LEGGE, scelte=parole(*RegolaQuorum),
    ),
    Chiave(
        "quorum.minimo", TipoParametro.INTERO, "Numero di presenti sotto cui non si scende", "0",
        SILENZIO, minimo=0, massimo=COMPONENTI_MASSIMI,
    ),
    Chiave(
        "quorum.per_tutta_la_seduta", TipoParametro.BOOLEANO,
        "Il numero legale deve mantenersi per tutta la seduta", "sì",
        f"{ART_37_2}: la presenza è richiesta per la validità dell’adunanza", LEGGE,
    ),
    Chiave(
        "seduta.pubblica", TipoParametro.BOOLEANO, "Gli elettori possono assistere", "no",
        "D.Lgs. 297/1994, art. 42: assistono gli elettori alle sole sedute del consiglio", LEGGE,
    ),
    Chiave(
        "seduta.a_distanza", TipoParametro.BOOLEANO, "Si può tenere a distanza", "no",
        "prassi d’istituto: occorre che il regolamento lo preveda",
    ),
    Chiave(
        "aggiornamento.minuti", TipoParametro.INTERO,
        "Minuti oltre l’orario dopo i quali la seduta può essere aggiornata", "0", SILENZIO,
        minimo=0, massimo=MINUTI_DEL_GIORNO,
    ),
    Chiave(
        "aggiornamento.entro", TipoParametro.DURATA,
        "Entro quanto si riprende senza una nuova convocazione", "0 giorni", SILENZIO,
    ),
    Chiave(
        "decadenza.assenze", TipoParametro.INTERO,
        "Assenze ingiustificate di seguito che fanno decadere un eletto", "3",
        "D.Lgs. 297/1994, art. 38", LEGGE, minimo=1, massimo=30,
    ),
    Chiave(
        "mandato.anni", TipoParametro.INTERO, "Durata in anni scolastici", "1", SILENZIO, minimo=1,
        massimo=10,
    ),
    Chiave(
        "supplente.interviene", TipoParametro.SCELTA,
        "Quando al posto di un componente siede il suo supplente", "assenza", SILENZIO,
        scelte=parole(*InterventoSupplente),
    ),
    Chiave(
        "sostituito_da", TipoParametro.SCELTA, "Chi ne fa le veci finché non è costituito",
        "nessuno", SILENZIO, scelte=parole(*Sostituto),
    ),
    Chiave(
        "sedute.numerazione", TipoParametro.SCELTA, "Quando riparte il numero delle sedute", "mai",
        SILENZIO, scelte=parole(*Numerazione),
    ),
)  # fmt: skip

VOTO: Final = (
    Chiave(
        "maggioranza.base", TipoParametro.SCELTA, "Su che cosa si conta la maggioranza",
        "voti_validi", ART_37_3, LEGGE, scelte=parole(*BaseMaggioranza), in_contrasto_con=ASTENUTI,
    ),
    Chiave(
        "parita.palese", TipoParametro.SCELTA, "Parità nel voto palese", "prevale_presidente",
        ART_37_3, LEGGE, scelte=parole(*EsitoParita),
    ),
    Chiave(
        "parita.segreta", TipoParametro.SCELTA, "Parità nel voto segreto", "non_approvata",
        f"{ART_37_3}: nel voto segreto non si sa come ha votato chi presiede", LEGGE,
        scelte=parole(*EsitoParita),
    ),
    Chiave(
        "parita.persone", TipoParametro.SCELTA, "Parità nell’elezione di persone", "sorteggio",
        "O.M. 215/1991, art. 22 c. 8, per analogia", LEGGE, scelte=parole(*ParitaPersone),
    ),
    Chiave(
        "voto.persone", TipoParametro.SCELTA, "Voto su questioni di persone", "segreto",
        ART_37_4, LEGGE, scelte=parole(*FormaVoto),
    ),
    Chiave(
        "voto.astensione", TipoParametro.BOOLEANO, "Ci si può astenere", "sì",
        f"{ART_37_3}: nulla la vieta", LEGGE,
    ),
    Chiave(
        "modifica_regolamento.base", TipoParametro.SCELTA,
        "Su che cosa si conta la maggioranza per cambiare il regolamento", "voti_validi",
        ART_37_3, LEGGE, scelte=parole(*BaseMaggioranza),
    ),
    Chiave(
        "modifica_regolamento.quota", TipoParametro.FRAZIONE,
        "Parte oltre la quale il regolamento è cambiato (1/2) o che occorre raggiungere", "1/2",
        ART_37_3, LEGGE,
    ),
    Chiave(
        "delibere.numerazione", TipoParametro.SCELTA, "Quando riparte il numero delle delibere",
        "mai", SILENZIO, scelte=parole(*Numerazione),
    ),
    Chiave(
        "delibere.esecutive", TipoParametro.BOOLEANO,
        "Le delibere sono immediatamente esecutive", "no",
        f"{SILENZIO}; lo dichiara la delibera quando occorre",
    ),
)  # fmt: skip

VERBALE: Final = (
    Chiave(
        "verbale.pubblicazione_entro", TipoParametro.DURATA,
        "Tempo per pubblicare il verbale dopo la seduta che lo approva", "8 giorni",
        "C.M. 16 aprile 1975, n. 105 (da verificare)", LEGGE,
    ),
    Chiave(
        "verbale.prima_di_convocare", TipoParametro.BOOLEANO,
        "Il verbale approvato si pubblica prima di convocare un’altra seduta", "no", SILENZIO,
    ),
    Chiave(
        "verbale.anticipo", TipoParametro.DURATA,
        "Quanto prima della seduta successiva i componenti hanno il verbale", "0 giorni", SILENZIO,
    ),
    Chiave(
        "verbale.copia_ufficio", TipoParametro.DURATA,
        "Tempo per mandare la copia del verbale in direzione", "0 giorni", SILENZIO,
    ),
)  # fmt: skip

SCRUTINIO: Final = (
    Chiave(
        "scrutinio.quorum", TipoParametro.SCELTA, "Presenti che occorrono allo scrutinio", "tutti",
        "collegio perfetto: Cons. Stato, sez. VI, 17 febbraio 1988, n. 189", LEGGE,
        scelte=parole(*RegolaQuorum),
    ),
    Chiave(
        "scrutinio.astensione", TipoParametro.BOOLEANO, "Ci si può astenere allo scrutinio", "no",
        "collegio perfetto: Cons. Stato, sez. VI, 17 febbraio 1988, n. 189", LEGGE,
    ),
    Chiave(
        "scrutinio.voto", TipoParametro.SCELTA, "Voto allo scrutinio", "palese",
        f"{SILENZIO}; dove nessuno può astenersi ognuno dice il suo voto",
        scelte=parole(*FormaVoto), in_contrasto_con=f"{ART_37_4}: segreto su questioni di persone.",
    ),
    Chiave(
        "scrutinio.non_ammissione_primaria", TipoParametro.SCELTA,
        "Voti che occorrono per non ammettere un alunno della primaria", "unanimita",
        "D.Lgs. 62/2017, art. 3 c. 3", LEGGE, scelte=parole(*MisuraNonAmmissione),
    ),
)  # fmt: skip

DIPARTIMENTI: Final = (
    Chiave(
        "dipartimenti.deliberano", TipoParametro.BOOLEANO, "I dipartimenti deliberano", "no",
        "D.Lgs. 297/1994, art. 7: le delibere sono del collegio; i dipartimenti propongono", LEGGE,
    ),
)  # fmt: skip

COMUNI: Final = (*CONVOCAZIONE, *SEDUTA, *VOTO, *VERBALE)
