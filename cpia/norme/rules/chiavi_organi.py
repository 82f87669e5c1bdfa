"""Known parameters of the collegial organs: one set of entries, for every organ.

The key is ``organi.<organo>.<voce>``. Where no school says anything the value comes from
D.Lgs. 297/1994 or, through its art. 40, from the model regulation of C.M. 105/1975.
"""

from dataclasses import replace
from typing import Final

from cpia.norme.enums import Organo, Origine
from cpia.norme.rules.chiave import Chiave
from cpia.norme.rules.voci_organi import ART_37_2, COMUNI, DIPARTIMENTI, SCRUTINIO, SILENZIO

CLASSE_SENZA_QUORUM: Final = (
    "L’art. 37 non nomina il consiglio di classe: per una lettura, fuori dagli scrutini, non "
    "occorre alcuna maggioranza di presenti."
)

COLLEGIO_PERFETTO: Final = "principio del collegio perfetto nelle commissioni che valutano"
# What is said of one organ only, in the place of the common entry: value and source.
PROPRIE: Final = {
    (Organo.COLLEGIO_DOCENTI, "quorum.regola"): ("meta_piu_uno", ART_37_2),
    (Organo.CONSIGLIO_ISTITUTO, "quorum.regola"): ("meta_piu_uno", ART_37_2),
    (Organo.COLLEGIO_DOCENTI, "richiesta.quota"): ("1/3", "D.Lgs. 297/1994, art. 7 c. 4"),
    (Organo.CONSIGLIO_ISTITUTO, "richiesta.quota"): (
        "1/2",
        "C.M. 16 aprile 1975, n. 105: maggioranza dei componenti o presidente della giunta",
    ),
    (Organo.CONSIGLIO_ISTITUTO, "seduta.pubblica"): (
        "sì",
        "D.Lgs. 297/1994, art. 42 c. 1; L. 748/1977, artt. 2 e 3: non per argomenti di persone",
    ),
    (Organo.ORGANO_GARANZIA, "richiesta.convocazione_entro"): (
        "10 giorni",
        "D.P.R. 249/1998, art. 5 c. 1: decide entro dieci giorni",
    ),
    (Organo.ORGANO_GARANZIA, "supplente.interviene"): (
        "incompatibilita",
        "nota 31 luglio 2008, n. 3602, sul D.P.R. 249/1998, art. 5: membri supplenti in caso di "
        "incompatibilità o di dovere di astensione",
    ),
    (Organo.CONSIGLIO_ISTITUTO, "mandato.anni"): ("3", "D.Lgs. 297/1994, art. 8"),
    (Organo.GIUNTA_ESECUTIVA, "mandato.anni"): ("3", "D.Lgs. 297/1994, art. 8"),
    (Organo.COMMISSIONE_AVVISO, "quorum.regola"): ("tutti", COLLEGIO_PERFETTO),
    (Organo.COMMISSIONE_AVVISO, "voto.astensione"): ("no", COLLEGIO_PERFETTO),
    # The C.M. 105/1975 is of the organs of the school: a commission agrees on its own days.
    (Organo.COMMISSIONE_AVVISO, "preavviso.ordinaria"): ("0 giorni", SILENZIO),
    (Organo.COMMISSIONE_AVVISO, "preavviso.straordinaria"): ("0 giorni", SILENZIO),
    (Organo.COMMISSIONE_AVVISO, "preavviso.urgente"): ("0 giorni", SILENZIO),
    (Organo.COMMISSIONE_AVVISO, "odg.integrazione"): ("0 giorni", SILENZIO),
    (Organo.COMMISSIONE_AVVISO, "documenti.deposito"): ("0 giorni", SILENZIO),
    (Organo.COMITATO_VALUTAZIONE, "mandato.anni"): (
        "3",
        "D.Lgs. 297/1994, art. 11 c. 1, sostituito dalla L. 107/2015, art. 1 c. 129",
    ),
}


def _propria(organo: Organo, voce: Chiave) -> Chiave:
    chiave = replace(
        voce,
        chiave=f"organi.{organo}.{voce.chiave}",
        etichetta=f"{organo.etichetta}: {voce.etichetta[0].lower()}{voce.etichetta[1:]}",
        segue=voce.segue and f"organi.{organo}.{voce.segue}",
    )
    if (organo, voce.chiave) in PROPRIE:
        valore, fonte = PROPRIE[organo, voce.chiave]
        origine = Origine.PRASSI if fonte == SILENZIO else Origine.LEGGE
        chiave = replace(
            chiave, predefinito=valore, fonte=fonte, origine=origine, in_contrasto_con=""
        )
    if organo is Organo.CONSIGLIO_CLASSE and voce.chiave == "quorum.regola":
        chiave = replace(chiave, in_contrasto_con=CLASSE_SENZA_QUORUM)
    if organo is Organo.ORGANO_GARANZIA and voce.chiave == "voto.astensione":
        fonte = "prassi d’istituto: la nota 3602/2008 rimette la scelta al regolamento"
        chiave = replace(chiave, predefinito="no", fonte=fonte, origine=Origine.PRASSI)
    return chiave


ORGANI: Final = (
    *(_propria(organo, voce) for organo in Organo for voce in COMUNI),
    *(_propria(Organo.CONSIGLIO_CLASSE, voce) for voce in SCRUTINIO),
    *(_propria(Organo.COLLEGIO_DOCENTI, voce) for voce in DIPARTIMENTI),
)
