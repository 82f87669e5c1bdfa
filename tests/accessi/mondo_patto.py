"""The agreements of each institute: in class A those of the cast, in class B those of nobody.

Of A: the tutor follows all of them, ``coordinatrice_sede`` coordinates their site, ``docente``
teaches the group, ``coordinatrice`` sits in the section, ``corsista`` is who learns, and
``responsabile`` answers for the minor, who is ``studente``. Of B: the same with ``docente_di_b``
and ``coordinatore_di_b``, and persons outside the cast for the rest. An entry of the matrix says
``oggetto=di_patto(lambda p: p.corsista)``, or ``della_scuola(lambda m: m.quadro)`` for what the
whole institute has.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cpia.scuola import tenancy
from cpia.scuola.models import AnnoScolastico, Istituto, Persona, Sede
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta
from patto_formativo.models import (
    AperturaIscrizioni,
    AvvisoAssenza,
    Carta,
    Certificato,
    Condivisione,
    Corsista,
    Deroga,
    DomandaIscrizione,
    Dossier,
    Evidenza,
    FirmaPatto,
    Gruppo,
    Incontro,
    Intervista,
    Lezione,
    Membro,
    Offerta,
    Presenza,
    Prova,
    QuadroOrario,
    RichiestaModifica,
    Segno,
    TestoApprovato,
    UnitaApprendimento,
    UnitaDelPatto,
    Versione,
)
from tests.accessi import righe_patto as righe
from tests.factories.patto import NATO, CpiaFactory


@dataclass(frozen=True)
class PattoDelMondo:
    """What hangs on one class. ``corsista`` has a version in course and one to be signed.

    The four others are persons of the same tutor, each with an agreement in one state.
    """

    sede: Sede
    sezione: OrganoCollegiale
    seduta: Seduta  # of the section, open
    delibera: Delibera  # of the section
    offerta: Offerta
    domanda: DomandaIscrizione  # presented
    carta: Carta  # of it, with its file
    accolta: DomandaIscrizione  # waits for the fee
    corsista: Corsista
    incontro: Incontro
    intervista: Intervista
    prova: Prova
    dossier: Dossier  # of ``corsista``, open
    evidenza: Evidenza  # of it, with its file
    vigente: Versione  # of ``corsista``, in course
    unita: UnitaDelPatto  # of ``vigente``
    firma: FirmaPatto  # of who learns, on ``vigente``
    da_firmare: Versione  # of ``corsista``, approved
    richiesta: RichiestaModifica  # of who learns, on ``proposta``
    bozza: Versione
    dossier_chiuso: Dossier  # of the person of ``bozza``, to be valued
    evidenza_chiusa: Evidenza
    unita_bozza: UnitaDelPatto
    proposta: Versione  # waits for the section
    in_corso: Versione  # may be renegotiated
    dossier_valutato: Dossier  # of the person of ``in_corso``
    certificato: Certificato
    senza_patto: Corsista  # has no tutor, dossier or agreement yet
    gruppo: Gruppo
    membro: Membro  # ``corsista`` in ``gruppo``
    lezione: Lezione
    distanza: Lezione
    presenza: Presenza  # of ``corsista`` at a distance, not checked yet
    segno: Segno
    avviso: AvvisoAssenza
    deroga: Deroga  # proposed


@dataclass(frozen=True)
class MondoPatto:
    """What an institute has. ``condivisa`` is shown to a school that is nobody's here."""

    anno: AnnoScolastico
    apertura: AperturaIscrizioni
    quadro: QuadroOrario
    uda: UnitaApprendimento
    testo: TestoApprovato
    altra: Istituto
    condivisa: Condivisione  # to ``altra``, of ``a.da_firmare``
    ricevuta: Condivisione  # from ``altra``
    a: PattoDelMondo
    b: PattoDelMondo
    minore: Versione  # approved, of ``studente``, for whom ``responsabile`` answers


def patti(istituto: Istituto, cast: dict[str, Persona]) -> MondoPatto:
    """Those of an institute, which PostgreSQL has been told of."""
    comune = righe.comune(istituto, cast["segretaria"])
    sede = cast["coordinatrice_sede"].incarichi.get().sede
    righe.nato(cast["corsista"], NATO)
    a, b = (
        PattoDelMondo(**righe.della_classe(comune, righe.Parti(*parti)))
        for parti in (
            (cast["tutor"], cast["docente"], cast["coordinatrice"], cast["corsista"], sede),
            (righe.estraneo(istituto), cast["docente_di_b"], cast["coordinatore_di_b"]),
        )
    )
    altra = CpiaFactory(slug=f"altro-{istituto.slug}", denominazione_breve="Altro CPIA")
    minore = righe.del_minore(comune, a.offerta, cast["studente"], cast["tutor"])
    return MondoPatto(
        anno=comune.anno,
        apertura=comune.apertura,
        quadro=comune.quadro,
        uda=comune.uda,
        testo=comune.testo,
        altra=altra,
        condivisa=righe.condivisione(a.da_firmare, altra),
        ricevuta=_ricevuta(altra, istituto),
        a=a,
        b=b,
        minore=minore,
    )


def _ricevuta(da: Istituto, a: Istituto) -> Condivisione:
    """An agreement of another CPIA, shown to this institute."""
    tenancy.imposta(istituto_id=da.pk)
    fatta = righe.condivisione(righe.versione_altrui(da), a)
    tenancy.imposta(istituto_id=a.pk)
    return fatta


def di_patto(quale: Callable[[PattoDelMondo], object]) -> Callable[..., list[object]]:
    """The ids that an entry of the matrix asks for; more than one as a tuple."""

    def oggetto(scuola, classe) -> list[object]:
        return _ids(quale(scuola.patti.a if classe is scuola.a else scuola.patti.b))

    return oggetto


def della_scuola(quale: Callable[[MondoPatto], object]) -> Callable[..., list[object]]:
    """The same for what does not hang on a class."""

    def oggetto(scuola, classe) -> list[object]:
        return _ids(quale(scuola.patti))

    return oggetto


def _ids(trovato: object) -> list[object]:
    righe_trovate = trovato if isinstance(trovato, tuple) else (trovato,)
    return [riga if isinstance(riga, str) else riga.pk for riga in righe_trovate]
