"""Which organs the five schools of the demo have, and how many of each component sit in them."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from cpia.portale.dimostrazione.piano import Conto
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, RegolaSegretario
from organi_collegiali.enums import TipoOrgano as T
from organi_collegiali.enums import Titolo as Ti
from organi_collegiali.rules.organi.composizione import Scuola, Seggio

C: TypeAlias = Componente
P: TypeAlias = RegolaPresidente
S: TypeAlias = RegolaSegretario
# When the mandates of a year and of three begin and end.
ANNO = (date(2023, 10, 26), date(2024, 8, 31))
TRIENNIO, IN_SCADENZA = (
    (date(2022, 11, 28), date(2025, 8, 31)),
    (
        date(2021, 12, 6),
        date(2024, 8, 31),
    ),
)


@dataclass(frozen=True, slots=True)
class OrganoDemo:
    """An organ; ``seggi`` replaces the seats of the law, ``meno`` leaves some of them vacant.

    ``cariche`` says of which component the holders of the offices are, ``da`` from which of the
    people of each component the seats are filled, so that not the same sit everywhere.
    """

    tipo: T
    nome: str
    presidente: P
    segretario: S
    seggi: tuple[Seggio, ...] = ()
    altri: tuple[Seggio, ...] = ()
    cariche: dict[Carica, C] = field(default_factory=dict)
    meno: dict[C, int] = field(default_factory=dict)
    da: int = 0
    anziano_tra: str = ""
    padre: str = ""
    riservato: bool = False
    supplenti: tuple[C, ...] = ()
    quanti: int = 0
    fino_al: date | None = None


@dataclass(frozen=True, slots=True)
class ScuolaDemo:
    """A school: its kind, its pupils, how many teachers, parents, students and ATA are made."""

    slug: str
    scuola: Scuola
    alunni: int
    docenti: int
    genitori: int
    studenti: int
    ata: int
    organi: tuple[OrganoDemo, ...]
    dsga: tuple[str, str, str]
    triennio: tuple[date, date] = TRIENNIO
    esterni: tuple[str, ...] = ()
    conti: tuple[tuple[C, Conto], ...] = ()


def _conto(casella: str, cognome: str, nome: str, sesso: str, chi_e: str) -> Conto:
    return Conto(f"{casella}.example", cognome, nome, sesso, chi_e)


SENZA_VOTO = Seggio(C.ESTERNI, None, Ti.DESIGNATO, "Titolo 2, Capo 1, sez. 2 c", con_voto=False)
DSGA = Seggio(C.ATA, 1, Ti.DI_DIRITTO, "partecipa come consulente, senza voto", con_voto=False)
PRESIEDE = {Carica.PRESIDENTE: C.GENITORI, Carica.VICEPRESIDENTE: C.GENITORI}
COLLEGIO = OrganoDemo(
    T.COLLEGIO, "Collegio dei docenti", P.DIRIGENTE, S.DESIGNATO,
    cariche={Carica.SEGRETARIO: C.DOCENTI},
)  # fmt: skip
GIUNTA = OrganoDemo(T.GIUNTA, "Giunta esecutiva", P.DIRIGENTE, S.DSGA)
COMITATO = OrganoDemo(
    T.COMITATO, "Comitato per la valutazione dei docenti", P.DIRIGENTE, S.NOMINATO, da=3,
    cariche={Carica.SEGRETARIO: C.DOCENTI},
)  # fmt: skip
GARANZIA = OrganoDemo(
    T.ORGANO_GARANZIA, "Organo di garanzia", P.DIRIGENTE, S.NOMINATO, da=5, riservato=True,
    supplenti=(C.DOCENTI,),
)  # fmt: skip

PINOCCHIO = ScuolaDemo(
    "ic-pinocchio-montesicuro", Scuola.PRIMO_CICLO, 912, 20, 16, 0, 4,
    (
        OrganoDemo(
            T.CONSIGLIO_ISTITUTO, "Consiglio d’istituto", P.ELETTO_GENITORI, S.NOMINATO,
            altri=(DSGA,), cariche={**PRESIEDE, Carica.SEGRETARIO: C.DOCENTI},
        ),
        GIUNTA,
        COLLEGIO,
        OrganoDemo(
            T.ORGANO_GARANZIA, "Organo di garanzia", P.DIRIGENTE, S.NOMINATO,
            seggi=(
                Seggio(C.DIRIGENTE, 1, Ti.DI_DIRITTO, "art. 14 lett. b"),
                Seggio(C.DOCENTI, 1, Ti.DESIGNATO, "art. 14 lett. b"),
                Seggio(C.ATA, 1, Ti.DESIGNATO, "art. 14 lett. b"),
                Seggio(C.GENITORI, 2, Ti.ELETTO, "art. 14 lett. b"),
            ),
            da=5, riservato=True, supplenti=(C.GENITORI,),
        ),
        COMITATO,
        OrganoDemo(
            T.INTERCLASSE, "Consiglio d’interclasse, primaria «Collodi»", P.DELEGATO, S.DESIGNATO,
            da=8, quanti=5,
        ),
    ),
    ("Bartolucci", "Serenella", "F"),
    conti=(
        (C.GENITORI, _conto("presidente@pinocchio", "Mazzanti", "Federica", "F",
                            "madre, presiede il Consiglio d’istituto")),
        (C.GENITORI, _conto("vicepresidente@pinocchio", "Piccinini Castelfranchi della Rovere",
                            "Giovanni Battista", "M", "padre, vicepresidente del Consiglio")),
        (C.GENITORI, _conto("consigliera@pinocchio", "Graciotti", "Annamaria", "F",
                            "madre, siede nel Consiglio d’istituto")),
        (C.DOCENTI, _conto("segretario@pinocchio", "Gabrielloni", "Lorenzo Maria", "M",
                           "docente, segretario del Consiglio d’istituto")),
    ),
)  # fmt: skip

ANTONIETTI = ScuolaDemo(
    "iis-antonietti", Scuola.SUPERIORE, 1180, 0, 40, 34, 4,
    (
        OrganoDemo(
            T.CONSIGLIO_ISTITUTO, "Consiglio d’istituto", P.ELETTO_GENITORI, S.NOMINATO,
            altri=(DSGA,), cariche={**PRESIEDE, Carica.SEGRETARIO: C.DOCENTI},
        ),
        GIUNTA, COLLEGIO, COMITATO, GARANZIA,
    ),
    ("Zampedri", "Ivana", "F"), IN_SCADENZA,
    conti=(
        (C.GENITORI, _conto("presidente@antonietti", "Faustini", "Clelia", "F",
                            "madre, presiede il Consiglio d’istituto")),
    ),
)  # fmt: skip

PORTO_VENERE = ScuolaDemo(
    "ic-porto-venere", Scuola.PRIMO_CICLO, 640, 26, 14, 0, 3,
    (
        OrganoDemo(
            T.CONSIGLIO_ISTITUTO, "Consiglio d’istituto", P.ELETTO_GENITORI, S.NOMINATO,
            altri=(DSGA, SENZA_VOTO), cariche=PRESIEDE, anziano_tra=C.GENITORI,
        ),
        OrganoDemo(
            T.GIUNTA, "Giunta esecutiva", P.DIRIGENTE, S.DSGA,
            seggi=(
                Seggio(C.DIRIGENTE, 1, Ti.DI_DIRITTO, "Titolo 2, Capo 2 lett. a"),
                Seggio(C.ATA, 1, Ti.DI_DIRITTO, "Titolo 2, Capo 2 lett. a: è anche segretario"),
                Seggio(C.GENITORI, 1, Ti.ELETTO, "Titolo 2, Capo 2 lett. a"),
                Seggio(C.DOCENTI, 1, Ti.ELETTO, "Titolo 2, Capo 2 lett. a"),
            ),
        ),
        COLLEGIO,
        COMITATO,
        OrganoDemo(
            T.INTERSEZIONE, "Consiglio d’intersezione, scuola dell’infanzia", P.DELEGATO,
            S.DESIGNATO, da=8, quanti=3,
        ),
    ),
    ("Bertagnini", "Ornella", "F"),
    esterni=(
        "delegato del Comune di Porto Venere", "delegata del Comune della Spezia",
        "delegato del Comune di Riomaggiore", "delegata del Comune di Vernazza",
    ),
)  # fmt: skip

COMMISSIONE = "Commissione per il patto formativo individuale"
NAPOLI = ScuolaDemo(
    "cpia-napoli-provincia-2", Scuola.ADULTI, 1450, 40, 0, 8, 2,
    (
        # Its secretary is being chosen at the sitting of today.
        replace(COLLEGIO, cariche={}),
        OrganoDemo(
            T.DIPARTIMENTO, "Dipartimento di alfabetizzazione", P.DELEGATO, S.DESIGNATO,
            seggi=(Seggio(C.DOCENTI, 9, Ti.DESIGNATO, "Reg. organi collegiali, art. 4"),), da=2,
            padre="Collegio dei docenti",
        ),
        OrganoDemo(
            T.DIPARTIMENTO, "Dipartimento del primo livello", P.DELEGATO, S.DESIGNATO,
            seggi=(Seggio(C.DOCENTI, 12, Ti.DESIGNATO, "Reg. organi collegiali, art. 4"),), da=12,
            padre="Collegio dei docenti",
        ),
        OrganoDemo(
            T.COMMISSARIO, "Commissario straordinario", P.ELETTO, S.DSGA,
            fino_al=date(2024, 6, 30),
        ),
        OrganoDemo(
            T.COMITATO, "Comitato per la valutazione dei docenti", P.DIRIGENTE, S.NOMINATO,
            seggi=(
                Seggio(C.DIRIGENTE, 1, Ti.DI_DIRITTO, "Reg. del Comitato, art. 2"),
                Seggio(C.DOCENTI, 3, Ti.DESIGNATO, "Reg. del Comitato, art. 2 lett. a"),
                Seggio(C.ESTERNI, 1, Ti.NOMINATO, "Reg. del Comitato, art. 2 lett. b"),
            ),
            # It ends this year: the Collegio of the demo is electing who comes after.
            da=3, cariche={Carica.VICEPRESIDENTE: C.DOCENTI}, fino_al=date(2024, 8, 31),
        ),
        OrganoDemo(
            T.ORGANO_GARANZIA, "Organo di garanzia", P.DIRIGENTE, S.NOMINATO,
            seggi=(
                Seggio(C.DIRIGENTE, 1, Ti.DI_DIRITTO, "Organo di garanzia, n. 1"),
                Seggio(C.DOCENTI, 1, Ti.DESIGNATO, "Organo di garanzia, n. 1"),
                Seggio(C.STUDENTI, 1, Ti.DESIGNATO, "Organo di garanzia, n. 1"),
            ),
            da=1, riservato=True, supplenti=(C.DOCENTI, C.STUDENTI),
        ),
        OrganoDemo(T.COMMISSIONE_PFI, COMMISSIONE, P.DIRIGENTE, S.NOMINATO, da=20, quanti=10),
        OrganoDemo(
            T.SEZIONE_PFI, "Sezione funzionale di Sant’Anastasia", P.DIRIGENTE, S.NOMINATO, da=20,
            quanti=5, padre=COMMISSIONE,
        ),
        OrganoDemo(
            T.LIVELLO, "Consiglio di livello, primo periodo didattico", P.DELEGATO, S.DESIGNATO,
            da=1, meno={C.STUDENTI: 1},
        ),
    ),
    ("Capasso", "Immacolata", "F"), esterni=("dirigente scolastico in quiescenza",),
    conti=(
        (C.ESTERNI, _conto("commissario@cpiana2", "Lanzetta di Castelmorrone", "Pasquale Antonio",
                           "M", "commissario straordinario")),
        (C.STUDENTI, _conto("corsista@cpiana2", "Oyelaran", "Blessing", "F",
                            "corsista adulta, siede nell’Organo di garanzia")),
    ),
)  # fmt: skip

CALTANISSETTA = ScuolaDemo(
    "cpia-caltanissetta-enna", Scuola.ADULTI, 980, 22, 0, 12, 3,
    (
        COLLEGIO,
        OrganoDemo(
            T.CONSIGLIO_ISTITUTO, "Consiglio d’istituto", P.ELETTO, S.NOMINATO, altri=(DSGA,),
            cariche={Carica.PRESIDENTE: C.STUDENTI, Carica.SEGRETARIO: C.DOCENTI},
            meno={C.STUDENTI: 2},
        ),
        GIUNTA,
        COMITATO,
        OrganoDemo(
            T.ORGANO_GARANZIA, "Organo di garanzia", P.DIRIGENTE, S.NOMINATO, da=2, riservato=True,
            supplenti=(C.DOCENTI,),
        ),
    ),
    ("Vinciguerra", "Salvatrice", "F"), esterni=("dirigente tecnico dell’Ufficio scolastico",),
)  # fmt: skip

SCUOLE = (ANTONIETTI, PINOCCHIO, PORTO_VENERE, NAPOLI, CALTANISSETTA)
CONTI = tuple(conto for scuola in SCUOLE for _, conto in scuola.conti)
