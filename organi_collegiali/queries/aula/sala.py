"""The whole room at an instant, with a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from cpia.norme.enums import RegolaQuorum
from organi_collegiali.enums import EsitoPunto, NaturaPunto, StatoSeduta
from organi_collegiali.models import Dichiarazione, Interesse, Intervento, Movimento, Punto, Seduta
from organi_collegiali.models.sedute import Sospensione
from organi_collegiali.queries.aula import appello, ordine
from organi_collegiali.queries.aula.linea import Linea, linea
from organi_collegiali.queries.aula.verifiche import Verifica, verifiche
from organi_collegiali.queries.numeri import DELIBERE, prossimo_previsto, serie_di
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.presenze import Presenze
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.aula import presenze as rules
from organi_collegiali.rules.aula.conto import in_breve
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.aula.trattazione import Protrazione, esiti_possibili
from organi_collegiali.rules.aula.trattazione import giudica_protrazione as protrazione
from organi_collegiali.rules.motivi import Valore


@dataclass(frozen=True)
class InVista:
    """The item on the screen: who is out of it, who asks for the word, what was dictated."""

    riga: ordine.RigaPunto
    interessi: tuple[Interesse, ...]
    interventi: tuple[Intervento, ...]
    dichiarazioni: tuple[Dichiarazione, ...]
    giudizio: GiudizioPresenze
    presenti: int

    @property
    def punto(self) -> Punto:
        return self.riga.punto

    @property
    def interessati(self) -> frozenset[int]:
        return frozenset(interesse.convocato_id for interesse in self.interessi)

    @property
    def in_attesa(self) -> list[Intervento]:
        return [intervento for intervento in self.interventi if intervento.dato_il is None]

    @property
    def sul_punto(self) -> str:
        """Whether those who count on this item are enough."""
        return self.giudizio.perche[-1].testo

    @property
    def si_vota(self) -> bool:
        """«Varie ed eventuali» and communications never are."""
        return NaturaPunto(self.riga.punto.natura).si_vota

    @property
    def mostra_voto(self) -> bool:
        """While it is under discussion, and afterwards what was voted."""
        return self.si_vota and (self.riga.in_discussione or bool(self.riga.in_vista))

    @property
    def chiede_voto(self) -> bool:
        """Whether it is still to be voted: then to end it without a vote is the exception."""
        return self.si_vota and not self.riga.in_vista

    @property
    def esiti(self) -> tuple[EsitoPunto, ...]:
        return esiti_possibili(self.riga.trattato)


@dataclass(frozen=True)
class Aula:
    """What the secretary's screen shows."""

    seduta: Seduta
    adesso: datetime
    regole: RegoleOrgano
    presenze: Presenze
    movimenti: tuple[Movimento, ...]
    righe: tuple[appello.Riga, ...]
    giudizio: GiudizioPresenze
    punti: tuple[ordine.RigaPunto, ...]
    in_vista: InVista | None
    sospesa: Sospensione | None
    prossima_delibera: int
    verifiche: tuple[Verifica, ...]
    linea: Linea | None
    cadute: tuple[rules.Caduta, ...]
    protrazione: Protrazione | None

    @property
    def in_appello(self) -> bool:
        """Not opened yet: the roll call is being taken."""
        return self.seduta.stato == StatoSeduta.CONVOCATA

    @property
    def in_corso(self) -> bool:
        return self.seduta.stato == StatoSeduta.IN_CORSO

    @property
    def presenti(self) -> int:
        return len(self.presenze.votanti(self.adesso))

    @property
    def in_carica(self) -> int:
        return self.presenze.in_carica

    @property
    def ultima_delibera(self) -> int:
        return self.prossima_delibera - 1

    @property
    def perche_valida(self) -> str:
        """Whether the legal number is there, in one sentence."""
        return self.giudizio.perche[-1].testo

    @property
    def regola_quorum(self) -> Valore[RegolaQuorum]:
        return self.regole.quorum(self.seduta.platea)

    @property
    def conto(self) -> str:
        """The sum of the legal number, as it is written beside it."""
        return in_breve(self.regola_quorum.valore, self.in_carica, self.giudizio.numero_legale)

    @property
    def fonte_breve(self) -> str:
        """Where the rule is written; the reason has the whole of it."""
        return self.regola_quorum.fonte.partition(" (")[0]

    @property
    def a_distanza(self) -> Valore[bool]:
        """Whether one may take part from afar."""
        return self.regole.valore("seduta.a_distanza", bool)

    @property
    def gruppi(self) -> list[appello.Gruppo]:
        return appello.gruppi(self.righe)

    @property
    def in_aula(self) -> list[appello.Riga]:
        return [riga for riga in self.righe if riga.dentro]

    @property
    def caduta(self) -> rules.Caduta | None:
        """The time without legal number that still lasts."""
        return next((caduta for caduta in self.cadute if caduta.al is None), None)

    @property
    def corrente(self) -> ordine.RigaPunto | None:
        """The item under discussion."""
        return next((riga for riga in self.punti if riga.in_discussione), None)

    @property
    def prossimo(self) -> ordine.RigaPunto | None:
        """The first item that has no outcome, when none is under discussion."""
        return None if self.corrente else next(iter(self.da_concludere), None)

    @property
    def da_concludere(self) -> list[ordine.RigaPunto]:
        return [riga for riga in self.punti if not riga.punto.esito]

    @property
    def quanti_punti(self) -> int:
        return len(self.punti)

    @property
    def ultimo_movimento(self) -> Movimento | None:
        return appello.ultimo_movimento(self.movimenti, self.seduta.aperta_il)


def aula(seduta: Seduta, adesso: datetime, *, punto_id: int | None = None) -> Aula:
    """The room of a sitting at an instant, with an item on the screen.

    The one asked for, else the one under discussion, else the next, else the last.
    """
    locale = timezone.localtime(adesso)
    giorno = locale.date()
    regola = regole(seduta.organo, giorno)
    chi = list(appello.convocati(seduta))
    mossi = list(appello.movimenti(seduta))
    presenti = Presenze(
        seduta,
        tuple(chi),
        tuple(rules.Movimento(m.convocato_id, m.quando, m.entra) for m in mossi),
    )
    righe = appello.righe(seduta, chi, mossi, assenze_di(seduta.organo, giorno - timedelta(days=1)))
    giudizio = presenti.giudizio(regola, adesso)
    punti = ordine.punti(seduta)
    scelto = _scelto(punti, punto_id)
    gradini = presenti.andamento()
    tenuta = seduta.aperta_il is not None
    return Aula(
        seduta=seduta,
        adesso=locale,
        regole=regola,
        presenze=presenti,
        movimenti=tuple(mossi),
        righe=tuple(righe),
        giudizio=giudizio,
        punti=tuple(punti),
        in_vista=_in_vista(scelto, presenti, regola, adesso) if scelto else None,
        sospesa=seduta.sospensioni.filter(al__isnull=True).first(),
        prossima_delibera=prossimo_previsto(
            seduta.organo, DELIBERE, serie_di(seduta.organo, DELIBERE, giorno, regola)
        ),
        verifiche=verifiche(seduta) if tenuta else (),
        linea=linea(gradini, legale=giudizio.numero_legale, al=adesso) if tenuta else None,
        cadute=rules.cadute(gradini, giudizio.numero_legale) if tenuta else (),
        protrazione=protrazione(
            locale,
            fine_prevista=timezone.localtime(seduta.fine_prevista)
            if seduta.fine_prevista
            else None,
            minuti=regola.valore("aggiornamento.minuti", int),
        ),
    )


def _scelto(punti: list[ordine.RigaPunto], punto_id: int | None) -> ordine.RigaPunto | None:
    prove = (
        lambda riga: riga.punto.pk == punto_id,
        lambda riga: riga.in_discussione,
        lambda riga: not riga.punto.esito,
    )
    for prova in prove:
        if trovata := next((riga for riga in punti if prova(riga)), None):
            return trovata
    return punti[-1] if punti else None


def _in_vista(
    riga: ordine.RigaPunto, presenti: Presenze, regola: RegoleOrgano, adesso: datetime
) -> InVista:
    """Three queries."""
    del_punto = {"istituto_id": riga.punto.istituto_id, "punto": riga.punto}
    interessi = tuple(
        Interesse.objects.filter(**del_punto)
        .select_related("convocato__persona")
        .order_by("dichiarato_il", "id")
    )
    fuori = frozenset(interesse.convocato_id for interesse in interessi)
    return InVista(
        riga,
        interessi,
        tuple(
            Intervento.objects.filter(ritirato_il__isnull=True, **del_punto).select_related(
                "convocato__persona"
            )
        ),
        tuple(Dichiarazione.objects.filter(**del_punto).select_related("persona", "scritta_da")),
        presenti.giudizio(regola, adesso, fuori),
        len(presenti.votanti(adesso, fuori)),
    )
