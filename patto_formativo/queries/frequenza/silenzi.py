"""The silence of who does not come, and the step that the school may take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from patto_formativo.enums import GenereAvviso
from patto_formativo.models import AvvisoAssenza, Corsista, Lezione, Membro
from patto_formativo.queries.frequenza.segni import Ultimo, ultimi_segni
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules.lezioni import Periodo
from patto_formativo.rules.silenzio import GiudizioSilenzio, Passo, Silenzio, giudica_silenzio

UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SilenzioDi:
    """Of one person: the last sign, the lessons missed since, the notice sent, the next step."""

    corsista_id: int
    ultimo: Ultimo
    giorni_persi: tuple[date, ...]
    avviso: AvvisoAssenza | None
    giudizio: GiudizioSilenzio

    @property
    def perse(self) -> int:
        """How many lessons were missed since the last sign."""
        return len(self.giorni_persi)

    @property
    def prima_persa(self) -> date | None:
        """The day of the first of them."""
        return min(self.giorni_persi, default=None)

    @property
    def dal(self) -> date:
        """From when the next step may be taken."""
        return self.giudizio.dal

    @property
    def fino_al(self) -> date:
        """The last day of the months, or of the wait after a notice."""
        return self.giudizio.dal - UN_GIORNO

    @property
    def minore(self) -> bool:
        """Whether the person is not of age: reported, never withdrawn."""
        return self.giudizio.perche[0].regola == "minore"

    @property
    def segnalato(self) -> bool:
        """Whether the silence of a minor was already reported."""
        return self.giudizio.passo == Passo.SEGNALARE and self.avviso is not None

    @property
    def passo(self) -> Passo:
        """What may be done now: nothing where nothing was missed, or it was already reported."""
        if not self.perse or self.segnalato:
            return Passo.NIENTE
        return self.giudizio.passo


def silenzio_di(corsista: Corsista, oggi: date) -> SilenzioDi | None:
    """The silence of one person; None for who is no longer on the path."""
    return silenzi([corsista], oggi).get(corsista.pk)


def silenzi(corsisti: Iterable[Corsista], oggi: date) -> dict[int, SilenzioDi]:
    """The silence of many, by their id. Nine queries; needs ``persona`` and ``domanda`` loaded."""
    persone = {c.pk: c for c in corsisti if c.attivo}
    if not persone:
        return {}
    istituto_id = next(iter(persone.values())).istituto_id
    periodi = _periodi(istituto_id, persone)
    entrati = {chi: suoi[0][1].dal for chi, suoi in periodi.items()}
    segni = ultimi_segni(istituto_id, persone, entrati, oggi)
    lezioni = _lezioni(istituto_id, {gruppo for sue in periodi.values() for gruppo, _ in sue})
    avvisi = _avvisi(istituto_id, persone)
    della_scuola = regole(istituto_id, oggi)
    return {
        pk: _silenzio(
            corsista,
            segni[pk],
            perse=_perse(lezioni, periodi.get(pk, []), segni[pk].giorno),
            avvisi=avvisi.get(pk, []),
            oggi=oggi,
            della_scuola=della_scuola,
        )
        for pk, corsista in persone.items()
    }  # fmt: skip


def _silenzio(
    corsista: Corsista,
    ultimo: Ultimo,
    *,
    perse: tuple[date, ...],
    avvisi: list[AvvisoAssenza],
    oggi: date,
    della_scuola: RegolePatto,
) -> SilenzioDi:
    # A notice older than the last sign does not count: who came back begins anew.
    dopo = [avviso for avviso in avvisi if avviso.giorno > ultimo.giorno]
    all_adulto = _ultimo(dopo, GenereAvviso.ASSENZA)
    giudizio = giudica_silenzio(
        Silenzio(
            ultimo.giorno, all_adulto.giorno if all_adulto else None, min(perse, default=None)
        ),
        nascita=corsista.nascita, oggi=oggi, mesi=della_scuola.mesi_silenzio,
        attesa=della_scuola.attesa_avviso,
    )  # fmt: skip
    minore = giudizio.perche[0].regola == "minore"
    avviso = _ultimo(dopo, GenereAvviso.MINORE) if minore else all_adulto
    return SilenzioDi(corsista.pk, ultimo, perse, avviso, giudizio)


def _ultimo(avvisi: list[AvvisoAssenza], genere: GenereAvviso) -> AvvisoAssenza | None:
    di_questo = [avviso for avviso in avvisi if avviso.genere == genere]
    return di_questo[-1] if di_questo else None


Periodi = dict[int, list[tuple[int, Periodo]]]


def _periodi(istituto_id: int, corsisti: Iterable[int]) -> Periodi:
    periodi: Periodi = {}
    righe = Membro.objects.filter(istituto_id=istituto_id, corsista__in=list(corsisti))
    for chi, gruppo, dal, al in righe.order_by("dal").values_list(
        "corsista_id", "gruppo_id", "dal", "al"
    ):
        periodi.setdefault(chi, []).append((gruppo, Periodo(dal, al)))
    return periodi


def _lezioni(istituto_id: int, gruppi: set[int]) -> dict[int, list[date]]:
    giorni: dict[int, list[date]] = {}
    righe = Lezione.objects.filter(istituto_id=istituto_id, gruppo__in=gruppi)
    for gruppo, giorno in righe.values_list("gruppo_id", "giorno"):
        giorni.setdefault(gruppo, []).append(giorno)
    return giorni


def _perse(
    lezioni: dict[int, list[date]], periodi: list[tuple[int, Periodo]], dopo: date
) -> tuple[date, ...]:
    """The days of the lessons since the last sign that this person should have been at."""
    return tuple(
        giorno
        for gruppo, periodo in periodi
        for giorno in lezioni.get(gruppo, [])
        if giorno > dopo and periodo.comprende(giorno)
    )


def _avvisi(istituto_id: int, corsisti: Iterable[int]) -> dict[int, list[AvvisoAssenza]]:
    per_corsista: dict[int, list[AvvisoAssenza]] = {}
    righe = AvvisoAssenza.objects.filter(
        istituto_id=istituto_id, corsista__in=list(corsisti)
    ).select_related("protocollo", "documento")
    for avviso in righe.order_by("giorno", "id"):
        per_corsista.setdefault(avviso.corsista_id, []).append(avviso)
    return per_corsista
