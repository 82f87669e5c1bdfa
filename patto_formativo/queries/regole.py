"""The parameters of the agreement in the shape that the rules ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

from cpia.norme.enums import Origine
from cpia.norme.queries import parametri
from cpia.norme.rules import GiornoMese
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore
from patto_formativo.rules.crediti import Tabella
from patto_formativo.rules.crediti.della_scuola import con_le_misure
from patto_formativo.rules.frequenza import SOGLIA
from patto_formativo.tabelle import tabella

T = TypeVar("T")
PREFISSO = "patto."


@dataclass(frozen=True, slots=True)
class RegolePatto:
    """What the regulations in force on a day say of the agreement, each value with its article.

    Parts are of the whole, ``*_entro`` are days but for those of a day of the year, which is
    None where the school has none. The wider cap of the credits of the second level (art. 11) is
    not here: those agreements are of the other school, no rule of a CPIA judges by it.
    """

    soglia: Valore[Fraction]
    distanza: Valore[Fraction]
    rischio: Valore[Fraction]
    mesi_silenzio: Valore[int]
    attesa_avviso: Valore[int]
    verifica_entro: Valore[int]
    domanda_entro: Valore[int]
    termine_permesso: Valore[int]
    preavviso_permesso: Valore[int]
    ricontrollo_ricevuta: Valore[int]
    ore_di_credito: Valore[Fraction]
    tetto_crediti: Valore[Fraction]
    prossimo_incontro_entro: Valore[int]
    dossier_entro: Valore[int]
    sezione_entro: Valore[int]
    patto_entro: Valore[GiornoMese | None]
    firma_entro: Valore[int]
    plenaria_inizio: Valore[GiornoMese | None]
    plenaria_fine: Valore[GiornoMese | None]
    elenco_entro: Valore[GiornoMese | None]
    anticipi: Valore[tuple[int, ...]]
    tabella: Tabella


def regole(istituto_id: int, giorno: date) -> RegolePatto:
    """The rules of a school on a day. One query."""
    valori = parametri(istituto_id, PREFISSO, giorno)

    def numero(voce: str) -> Valore[int]:
        return _valore(valori, voce, int)

    def parte(voce: str) -> Valore[Fraction]:
        return _valore(valori, voce, Fraction)

    def giorno_dell_anno(voce: str) -> Valore[GiornoMese | None]:
        return _valore(valori, voce, lambda preso: preso)

    credito, tetto = parte("ore_di_credito"), parte("tetto_crediti")
    scritto = valori[f"{PREFISSO}ore_di_credito"].origine is Origine.REGOLAMENTO
    return RegolePatto(
        soglia=_con_l_altra(parte("soglia")),
        distanza=parte("distanza"),
        rischio=parte("rischio"),
        mesi_silenzio=numero("mesi_silenzio"),
        attesa_avviso=numero("attesa_avviso"),
        verifica_entro=numero("verifica_entro"),
        domanda_entro=numero("domanda_entro"),
        termine_permesso=numero("termine_permesso"),
        preavviso_permesso=numero("preavviso_permesso"),
        ricontrollo_ricevuta=numero("ricontrollo_ricevuta"),
        ore_di_credito=credito,
        tetto_crediti=tetto,
        prossimo_incontro_entro=numero("prossimo_incontro_entro"),
        dossier_entro=numero("dossier_entro"),
        sezione_entro=numero("sezione_entro"),
        patto_entro=giorno_dell_anno("patto_entro"),
        firma_entro=numero("firma_entro"),
        plenaria_inizio=giorno_dell_anno("plenaria_inizio"),
        plenaria_fine=giorno_dell_anno("plenaria_fine"),
        elenco_entro=giorno_dell_anno("elenco_entro"),
        anticipi=_valore(valori, "anticipi_promemoria", tuple),
        tabella=con_le_misure(tabella(), credito=credito, tetto=tetto, scritto=scritto),
    )


def _con_l_altra(soglia: Valore[Fraction]) -> Valore[Fraction]:
    """The threshold with what another CPIA says, which stays worth knowing."""
    return replace(soglia, in_contrasto_con=soglia.in_contrasto_con or SOGLIA.in_contrasto_con)


def _valore(valori: Mapping[str, ValoreDiNorma], voce: str, come: Callable[..., T]) -> Valore[T]:
    preso = valori[f"{PREFISSO}{voce}"]
    return Valore(come(preso.valore), preso.fonte, preso.in_contrasto_con)
