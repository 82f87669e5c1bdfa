"""The page of a ranking: the version that counts, what is against the next step, who asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Pubblicazione, StatoGraduatoria
from selezioni_pon.models import Avviso, Commissione, Graduatoria, Reclamo, RigaGraduatoria
from selezioni_pon.queries.graduatorie.cambi import cambi_di
from selezioni_pon.queries.graduatorie.formata import Formata, formata
from selezioni_pon.queries.graduatorie.reclami import da_recepire, reclami_di, senza_risposta
from selezioni_pon.queries.graduatorie.termini import esame_definitiva, termine_reclamo
from selezioni_pon.queries.graduatorie.versioni import (
    bozza_tra,
    graduatorie_di,
    letta,
    nomi_tra,
    righe_di,
    vigente_tra,
)
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.definitiva import Esame
from selezioni_pon.rules.differenze import Spostamento
from selezioni_pon.rules.graduatoria import contro_la_pubblicazione
from selezioni_pon.rules.ordine import Aperto
from selezioni_pon.rules.proposta import uguali
from selezioni_pon.rules.sorteggio import da_sorteggiare

S = StatoGraduatoria


@dataclass(frozen=True)
class Quadro:
    """What stands of the ranking of a call; ``oggi`` is what the decisions would give now.

    ``oggi`` is None while the commission works and for who reads no points. ``mostrata`` is the
    version on the page with its ``righe``; ``cambi`` None for a first version.
    """

    versioni: Sequence[Graduatoria]
    reclami: Sequence[Reclamo]
    commissione: Commissione | None
    oggi: Formata | None
    mostrata: Graduatoria | None
    righe: Sequence[RigaGraduatoria]
    cambi: Sequence[Spostamento] | None
    termine: Termine | None
    esame: Esame | None

    @property
    def bozza(self) -> Graduatoria | None:
        """The proposal that waits for who approves it."""
        return bozza_tra(self.versioni)

    @property
    def vigente(self) -> Graduatoria | None:
        """The version in force."""
        return vigente_tra(self.versioni)

    @property
    def in_gara(self) -> Sequence[RigaGraduatoria]:
        """Who is ranked."""
        return [riga for riga in self.righe if riga.posizione is not None]

    @property
    def esclusi(self) -> Sequence[RigaGraduatoria]:
        """Who is not, with the reason."""
        return [riga for riga in self.righe if riga.posizione is None]

    @property
    def nomi(self) -> Mapping[str, str]:
        """How the version on the page names who applied, by the id of the application."""
        return nomi_tra(self.righe)

    @property
    def contro(self) -> Sequence[Violazione]:
        """What keeps the ranking of today from being formed."""
        if self.oggi is None:
            return ()
        return contro_la_pubblicazione(
            self.oggi.graduatoria, self.oggi.regole, aperte=self.oggi.aperte
        )

    @property
    def da_sorteggiare(self) -> Sequence[Aperto]:
        """The groups that wait for a draw."""
        return da_sorteggiare(self.oggi.graduatoria.ordine) if self.oggi else ()

    @property
    def invecchiata(self) -> bool:
        """Whether the version on the page is no longer what the decisions give."""
        if self.oggi is None or self.mostrata is None:
            return False
        return not uguali(letta(self.righe), self.oggi.graduatoria)

    @property
    def aspettano(self) -> Sequence[Reclamo]:
        """The complaints without an answer."""
        return senza_risposta(self.reclami)

    @property
    def da_recepire(self) -> Sequence[Reclamo]:
        """The complaints accepted that no version applies yet."""
        return da_recepire(self.reclami)


def quadro_di(
    avviso: Avviso, oggi: date, *, punti: bool, mostrata: Graduatoria | None = None
) -> Quadro:
    """What stands today; ``mostrata`` to look at another version. Sixteen queries at most."""
    versioni = list(graduatorie_di(avviso))
    if not punti:
        versioni = [una for una in versioni if una.stato != S.BOZZA]
    reclami = list(reclami_di(avviso))
    commissione = Commissione.objects.filter(avviso=avviso).select_related("organo").first()
    chiusa = commissione is not None and commissione.chiusa_il is not None
    vigente = vigente_tra(versioni)
    sulla_pagina = mostrata or bozza_tra(versioni) or vigente
    righe = righe_di(sulla_pagina) if sulla_pagina else []
    provvisoria = vigente if vigente and vigente.stato == S.PROVVISORIA else None
    return Quadro(
        versioni=versioni,
        reclami=reclami,
        commissione=commissione,
        oggi=formata(avviso) if punti and chiusa else None,
        mostrata=sulla_pagina,
        righe=righe,
        cambi=_cambi(sulla_pagina, righe, versioni, reclami) if punti else None,
        termine=termine_reclamo(avviso, vigente) if vigente else None,
        esame=esame_definitiva(avviso, provvisoria, reclami, oggi) if provvisoria else None,
    )


def _cambi(
    mostrata: Graduatoria | None,
    righe: Sequence[RigaGraduatoria],
    versioni: Sequence[Graduatoria],
    reclami: Sequence[Reclamo],
) -> Sequence[Spostamento] | None:
    if mostrata is None or mostrata.definitiva:
        return None
    return cambi_di(mostrata, letta(righe), versioni, reclami)


def punti_pubblici(avviso: Avviso) -> bool:
    """Whether everybody reads the points beside the names."""
    return regole_di(avviso).pubblicazione.valore is Pubblicazione.NOMI_E_PUNTI
