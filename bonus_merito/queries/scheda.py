"""One person to be assessed: the activities with their evidence, the sums against the caps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.models import Attivita, Prova, Richiesta
from bonus_merito.queries.doppi import Altrove, altrove
from bonus_merito.queries.quadro import riga_di
from bonus_merito.queries.righe import Riga
from bonus_merito.rules.attivita import Pesata, dichiarati, punteggio
from bonus_merito.rules.esclusioni import esclusione, perche_escluso
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.percentuale import fascia, nell_area, percentuale
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import decimale


@dataclass(frozen=True, slots=True)
class Somma:
    """An area: what was given, what counts, its cap; ``parte`` of the cap, at most the whole."""

    area: Area
    somma: str
    conta: str
    peso: int
    oltre: bool
    parte: Fraction


@dataclass(frozen=True, slots=True)
class Conto:
    """The sums of one person, percentage and band as they are read."""

    aree: Sequence[Somma]
    aggiuntiva: str
    percentuale: str
    fascia: str


@dataclass(frozen=True)
class Voce:
    """An activity with its evidence; ``doppie`` are other claims of the same evidence."""

    attivita: Attivita
    prove: Sequence[Prova]
    doppie: Sequence[Altrove]


@dataclass(frozen=True)
class Scheda:
    """Everything that the page of one person shows; ``livelli`` are the words of Tabella A."""

    riga: Riga
    regole: RegoleBonus
    voci: Sequence[Voce]
    conto: Conto
    livelli: Sequence[tuple[str, str]]
    esclusione: Motivo | None

    @property
    def completa(self) -> bool:
        return self.riga.completa


def scheda_di(richiesta: Richiesta) -> Scheda:
    """One person, whatever the number of the activities. Nine queries at most."""
    riga, regole = riga_di(richiesta)
    prove: dict[int, list[Prova]] = {}
    for prova in Prova.objects.filter(attivita__richiesta=richiesta).select_related("atto"):
        prove.setdefault(prova.attivita_id, []).append(prova)
    doppie = altrove(richiesta.istituto_id, [una.pk for una in riga.attivita])
    livelli = richiesta.procedura.criteri.livelli
    return Scheda(
        riga=riga,
        regole=regole,
        voci=[Voce(una, prove.get(una.pk, []), doppie.get(una.pk, ())) for una in riga.attivita],
        conto=_conto(riga, regole, {}, None),
        livelli=sorted((str(numero), testo) for numero, testo in livelli.items()),
        esclusione=_esclusione(riga, regole),
    )


def conto_di(
    richiesta: Richiesta, punti: Mapping[int, Decimal], aggiuntiva: Decimal | None
) -> Conto:
    """The sums with points and additional percentage that are not kept. Three queries."""
    riga, regole = riga_di(richiesta)
    return _conto(riga, regole, punti, aggiuntiva)


def _conto(
    riga: Riga, regole: RegoleBonus, punti: Mapping[int, Decimal], aggiuntiva: Decimal | None
) -> Conto:
    pesate = [
        Pesata(Area(una.criterio.area.area), Fraction(punti.get(una.pk, una.punti or Decimal(0))))
        for una in riga.attivita
        if una.confermata or una.pk in punti
    ]
    registrata = riga.docente.punteggio.aggiuntiva
    in_piu = registrata if aggiuntiva is None else Fraction(aggiuntiva)
    raggiunto = punteggio(pesate, regole.pesi, in_piu)
    somme, quota = dichiarati(pesate), percentuale(raggiunto, regole.pesi)
    quale = fascia(quota, regole.fasce)
    return Conto(
        aree=[
            Somma(
                area,
                in_cifre(somme[area]),
                in_cifre(nell_area(raggiunto, area, regole.pesi)),
                peso.valore,
                somme[area] > peso.valore,
                raggiunto.aree[area] / 100,
            )
            for area, peso in regole.pesi.items()
        ],
        aggiuntiva=in_cifre(in_piu) if in_piu else "",
        percentuale=decimale(quota),
        fascia=f"fascia {regole.fasce.intervallo(quale)}"
        if quale
        else f"fino a {regole.fasce.limiti.valore[0]}: nessuna fascia",
    )


def _esclusione(riga: Riga, regole: RegoleBonus) -> Motivo | None:
    """Why somebody is out, if anything."""
    if not riga.escluso:
        return None
    escluso = esclusione(riga.docente.posizione, regole.esclusioni)
    sesso = riga.richiesta.persona.sesso
    return perche_escluso(riga.nome, escluso, riga.docente.posizione, regole.esclusioni, sesso)
