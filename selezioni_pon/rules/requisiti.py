"""Who may apply.

Source: IC Porto Venere, Regolamento incarichi, art. 3 and art. 5 c. 3; D.Lgs. 165/2001, art. 7
c. 6 and art. 38 (citizenship); CCNL Scuola 29 November 2007, arts. 35 and 57 (people of
other schools, for whom the regulation is not).
What is declared is answered for under D.P.R. 445/2000, arts. 46-47 and 76.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from selezioni_pon.enums import (
    Cittadinanza,
    Cittadini,
    Deroga,
    Fase,
    OrdineAvvisi,
    Provenienza,
)
from selezioni_pon.rules.fonti import COLLABORAZIONI, PLURIME, regolamento
from selezioni_pon.rules.regole import RegoleAvviso

ART_3: Final = regolamento("art. 3 c. 2")
SPECIALIZZAZIONE: Final = f"{ART_3} lett. e; {COLLABORAZIONI}"
DEROGA: Final = f"{regolamento('art. 5 c. 3')}; {COLLABORAZIONI}"
DI_LEGGE: Final = f"{COLLABORAZIONI}, come modificato dalla L. 69/2009, art. 22 c. 2"
FONTI_DEROGA: Final = {Deroga.INFORMATICA: DI_LEGGE, Deroga.DIDATTICA: DI_LEGGE}
ALTRE_SCUOLE: Final = f"{regolamento('art. 3 c. 3')}; {PLURIME}"
DELLE_SCUOLE: Final = (Provenienza.INTERNO, Provenienza.ALTRA_SCUOLA)
AMMESSE: Final = {
    Cittadini.UE: {Cittadinanza.UE},
    Cittadini.EQUIPARATI: {Cittadinanza.UE, Cittadinanza.EQUIPARATA},
    Cittadini.TUTTI: set(Cittadinanza),
}
DI_CASA: Final = {
    Fase.INTERNI: Provenienza.INTERNO,
    Fase.ALTRE_SCUOLE: Provenienza.ALTRA_SCUOLA,
}


@dataclass(frozen=True, slots=True)
class Requisiti:
    """What an applicant declares of himself or herself.

    ``esperienza_accertata`` matters only where a ``deroga`` stands in the place of the degree.
    """

    provenienza: Provenienza
    cittadinanza: Cittadinanza
    diritti_civili: bool
    senza_condanne: bool
    senza_procedimenti: bool
    specializzazione: bool
    deroga: Deroga = Deroga.NESSUNA
    esperienza_accertata: bool = False


def verifica_ammissione(requisiti: Requisiti, fase: Fase, regole: RegoleAvviso) -> list[Violazione]:
    """Why the applicant is not admitted to a call open to ``fase``, each reason at its field."""
    return [
        *verifica_provenienza(requisiti.provenienza, fase, regole),
        *_cittadinanza(requisiti, regole.cittadini),
        *_dichiarati(requisiti),
        *_specializzazione(requisiti),
    ]


def perche_ammesso(requisiti: Requisiti) -> tuple[Motivo, ...]:
    """What is worth reading of an admission: the degree that experience replaces."""
    if requisiti.specializzazione or requisiti.deroga is Deroga.NESSUNA:
        return ()
    testo = (
        "La specializzazione universitaria non occorre: "
        f"{requisiti.deroga.etichetta}. È accertata l’esperienza nel settore."
    )
    fonte = FONTI_DEROGA.get(requisiti.deroga, DEROGA)
    if fonte == DI_LEGGE:
        testo += f" Il caso è nella legge e non nel regolamento ({regolamento('art. 5 c. 3')})."
    return (Motivo("senza_specializzazione", fonte, testo),)


def verifica_provenienza(
    provenienza: Provenienza, fase: Fase, regole: RegoleAvviso
) -> Iterator[Violazione]:
    """What is against applying from there to a call open to ``fase``."""
    if regole.ordine.valore is OrdineAvvisi.UNICO:
        return
    if DI_CASA.get(fase, provenienza) is not provenienza:
        testo = (
            f"L’avviso è per «{fase.etichetta}»: la provenienza dichiarata è "
            f"«{provenienza.etichetta}»."
        )
        yield Violazione("provenienza", testo, regole.ordine.fonte, "provenienza")
    elif fase is Fase.ESTERNI and provenienza is Provenienza.ALTRA_SCUOLA:
        testo = (
            "Al personale di altre scuole si applica la collaborazione plurima: si candida "
            "all’avviso per il personale di altre scuole."
        )
        yield Violazione("personale_di_altra_scuola", testo, ALTRE_SCUOLE, "provenienza")


def _cittadinanza(requisiti: Requisiti, cittadini: Valore[Cittadini]) -> Iterator[Violazione]:
    della_scuola = requisiti.provenienza in DELLE_SCUOLE
    if della_scuola or requisiti.cittadinanza in AMMESSE[cittadini.valore]:
        return
    testo = (
        f"L’avviso ammette {cittadini.valore.etichetta}: la cittadinanza dichiarata è "
        f"«{requisiti.cittadinanza.etichetta}».{cittadini.altra_fonte}"
    )
    yield Violazione("cittadinanza", testo, cittadini.fonte, "cittadinanza")


def _dichiarati(requisiti: Requisiti) -> Iterator[Violazione]:
    prove = (
        (
            requisiti.diritti_civili, "diritti_civili", "b",
            "di godere dei diritti civili e politici",
        ),
        (
            requisiti.senza_condanne, "senza_condanne", "c",
            "di non avere condanne penali né altri provvedimenti iscritti nel casellario",
        ),
        (
            requisiti.senza_procedimenti, "senza_procedimenti", "d",
            "di non sapere di essere sottoposto a procedimenti penali",
        ),
    )  # fmt: skip
    for dichiarato, campo, lettera, cosa in prove:
        if not dichiarato:
            testo = f"Manca la dichiarazione {cosa}."
            yield Violazione(campo, testo, f"{ART_3} lett. {lettera}", campo)


def _specializzazione(requisiti: Requisiti) -> Iterator[Violazione]:
    if requisiti.specializzazione or requisiti.provenienza in DELLE_SCUOLE:
        return
    if requisiti.deroga is Deroga.NESSUNA:
        testo = "Occorre la specializzazione universitaria legata al contenuto dell’incarico."
        yield Violazione("specializzazione", testo, SPECIALIZZAZIONE, "specializzazione")
    elif not requisiti.esperienza_accertata:
        testo = (
            f"Senza laurea, per «{requisiti.deroga.etichetta}», occorre accertare l’esperienza "
            "maturata nel settore."
        )
        fonte = FONTI_DEROGA.get(requisiti.deroga, DEROGA)
        yield Violazione("esperienza", testo, fonte, "esperienza_accertata")
