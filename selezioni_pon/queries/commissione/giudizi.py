"""The items to which the commission gives points, as one member sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from selezioni_pon.enums import ChiPropone
from selezioni_pon.models import Commissario, PuntiCommissario, PuntiConcordati
from selezioni_pon.queries.commissione.discrezionali import giudicano, raccolte, singoli
from selezioni_pon.queries.commissione.valutate import Valutata
from selezioni_pon.queries.valutazione import titolo_scritto
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.confronto import Riga
from selezioni_pon.rules.discrezionali import Raccolta, proposta, titolo_concordato
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.griglia.modulo import Domanda, modulo


@dataclass(frozen=True)
class Giudizio:
    """An item of the commission: what this member may see of it now.

    ``visti`` are name and points of each, all only when all are there. ``mio`` is what this
    member gave; ``proposti`` the mean, None while somebody is missing.
    """

    domanda: Domanda
    riga: Riga
    raccolta: Raccolta
    mio: PuntiCommissario | None
    visti: Sequence[tuple[str, str]]
    proposti: Fraction | None
    accordo: PuntiConcordati | None
    accordo_detto: str

    @property
    def dati(self) -> int:
        """How many have given theirs."""
        return len(self.raccolta.membri & self.raccolta.dati.keys())

    @property
    def da_proporre(self) -> dict[str, str]:
        """The mean in the fields of the item; nothing while somebody is missing."""
        if self.proposti is None:
            return {}
        titolo = titolo_concordato(self.domanda.voce, self.proposti)
        return {self.domanda.campi[0].nome: titolo.grado or in_cifre(titolo.quanti)}

    @property
    def versione(self) -> int:
        """That of the agreed points, 0 where there are none."""
        return self.accordo.versione if self.accordo else 0


def giudizi(una: Valutata, membro: Commissario) -> list[Giudizio]:
    """Every item of the commission, in order of print. Four queries, none without such items."""
    domande = [
        domanda
        for parte in modulo(una.griglia)
        for domanda in parte.domande
        if domanda.voce.chi is ChiPropone.COMMISSIONE
    ]
    if not domande:
        return []
    giudici = giudicano(membro.commissione, una.invio.candidatura_id)
    dati = singoli(una.griglia, una.invio)
    tutte = raccolte(una.griglia, dati, giudici)
    righe = {riga.voce.numero: riga for riga in una.confronto.righe}
    return [
        _giudizio(una, domanda, (righe[domanda.voce.numero], tutte[domanda.voce.numero]),
                  _Singoli(membro, giudici, [d for d in dati if d.voce == domanda.voce.numero]))
        for domanda in domande
    ]  # fmt: skip


@dataclass(frozen=True)
class _Singoli:
    """What was given to one item, by whom, seen by whom."""

    membro: Commissario
    giudici: Sequence[Commissario]
    dati: Sequence[PuntiCommissario]

    def di(self, chi: Commissario) -> PuntiCommissario | None:
        return next((uno for uno in self.dati if uno.commissario_id == chi.pk), None)


def _giudizio(
    una: Valutata, domanda: Domanda, stato: tuple[Riga, Raccolta], singole: _Singoli
) -> Giudizio:
    riga, raccolta = stato
    voce, accordo = domanda.voce, una.accordi.get(domanda.voce.numero)
    visibili = raccolta.visti_da(str(singole.membro.pk))
    visti = [
        (chi.persona.nome_e_cognome, titolo_detto(voce, titolo_scritto(voce, dato.valore)))
        for chi in singole.giudici
        if str(chi.pk) in visibili and (dato := singole.di(chi)) is not None
    ]
    return Giudizio(
        domanda=domanda,
        riga=riga,
        raccolta=raccolta,
        mio=singole.di(singole.membro),
        visti=visti,
        proposti=proposta(raccolta) if raccolta.completa and raccolta.membri else None,
        accordo=accordo,
        accordo_detto=(
            titolo_detto(voce, una.concordati[voce.numero]) if accordo is not None else ""
        ),
    )
