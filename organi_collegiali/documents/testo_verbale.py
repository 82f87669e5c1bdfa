"""The words of the minutes of a sitting, whole; the public version is made of the same."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import sha256

from cpia.atti.carta import Congelato
from organi_collegiali.documents import parole_verbale as parole
from organi_collegiali.enums import EsitoPunto, Presenza, StatoSeduta
from organi_collegiali.models import AllegatoVerbale, Delibera, Punto
from organi_collegiali.queries.verbali.materia import Materia
from organi_collegiali.rules.delibere import premesse
from organi_collegiali.rules.nomi import con_articolo

OMISSIS = "Omissis"


@dataclass(frozen=True)
class DichiarazioneDelVerbale(Congelato):
    """A statement to the letter."""

    di: str
    testo: str


@dataclass(frozen=True)
class VotoDelVerbale(Congelato):
    """One vote in words."""

    testo: str
    proposte: tuple[str, ...]


@dataclass(frozen=True)
class DeliberaDelVerbale(Congelato):
    """What was deliberated; without words where they are left out."""

    numero: int
    come: str
    premesse: tuple[str, ...]
    testo: str
    esecutiva: bool
    contrari: tuple[str, ...]


@dataclass(frozen=True)
class PuntoDelVerbale(Congelato):
    """One item; ``personale`` says that the public reads ``titolo_pubblico`` and no more."""

    id: int
    ordine: int
    titolo: str
    titolo_pubblico: str
    personale: bool
    fuori_odg: bool
    interessi: tuple[str, ...]
    discussione: str
    dichiarazioni: tuple[DichiarazioneDelVerbale, ...]
    voti: tuple[VotoDelVerbale, ...]
    delibere: tuple[DeliberaDelVerbale, ...]
    finale: str
    omesso: bool = False


@dataclass(frozen=True)
class AllegatoDelVerbale(Congelato):
    """An attachment in Markdown; ``punto`` is the id of its item, 0 for the whole sitting."""

    numero: int
    titolo: str
    testo: str
    punto: int


@dataclass(frozen=True)
class TestoVerbale(Congelato):
    """The minutes, from the opening to the attachments."""

    titolo: str
    organo: str
    organo_che_delibera: str
    numero: int
    giorno: str
    riservata: bool
    apertura: str
    presenze: tuple[str, ...]
    presenti: tuple[str, ...]
    movimenti: tuple[str, ...]
    sospensioni: tuple[str, ...]
    punti: tuple[PuntoDelVerbale, ...]
    chiusura: str
    presidente: str
    segretario: str
    allegati: tuple[AllegatoDelVerbale, ...]
    con_omissis: bool = False
    deserta: bool = False

    @property
    def impronta(self) -> str:
        """The SHA-256 of these words: who signs, signs exactly these."""
        parole = self.as_dict()
        if not self.deserta:
            # Minutes signed before deserted sittings had theirs keep their mark.
            del parole["deserta"]
        scritto = json.dumps(parole, ensure_ascii=False, sort_keys=True)
        return sha256(scritto.encode()).hexdigest()

    @property
    def trattati(self) -> tuple[PuntoDelVerbale, ...]:
        """The items of which something is told: none of a sitting that was not held."""
        return () if self.deserta else self.punti

    @property
    def ordine_del_giorno(self) -> tuple[PuntoDelVerbale, ...]:
        """The items that were on the agenda sent."""
        return tuple(punto for punto in self.punti if not punto.fuori_odg)

    @property
    def fuori_ordine(self) -> tuple[PuntoDelVerbale, ...]:
        """The items that came up at the sitting."""
        return tuple(punto for punto in self.punti if punto.fuori_odg)


def testo_verbale(materia: Materia) -> TestoVerbale:
    """The words of the minutes as they stand now."""
    seduta, verbale = materia.seduta, materia.verbale
    giustificati = parole.assenti(materia, Presenza.ASSENTE_GIUSTIFICATO)
    assenti = parole.assenti(materia, Presenza.ASSENTE_INGIUSTIFICATO)
    righe = [parole.sommario(materia), giustificati, assenti, parole.senza_voto(materia)]
    return TestoVerbale(
        titolo=parole.titolo(seduta),
        organo=seduta.organo.nome,
        organo_che_delibera=con_articolo(seduta.organo.nome),
        numero=seduta.numero or 0,
        giorno=parole.del_giorno(seduta),
        riservata=seduta.riservata,
        apertura=verbale.apertura,
        presenze=tuple(filter(None, righe)),
        presenti=() if seduta.storica else tuple(parole.gruppi(materia.all_appello)),
        movimenti=tuple(parole.movimento(riga) for riga in materia.dopo_l_appello()),
        sospensioni=tuple(parole.sospensione(riga) for riga in materia.sospensioni),
        punti=tuple(_punto(punto) for punto in materia.punti),
        chiusura=verbale.chiusura,
        presidente=seduta.presiede.nome_e_cognome if seduta.presiede else "",
        segretario=seduta.verbalizza.nome_e_cognome if seduta.verbalizza else "",
        allegati=tuple(_allegato(riga) for riga in materia.allegati),
        deserta=seduta.stato == StatoSeduta.DESERTA,
    )


def _punto(punto: Punto) -> PuntoDelVerbale:
    return PuntoDelVerbale(
        id=punto.pk,
        ordine=punto.ordine,
        titolo=punto.titolo,
        titolo_pubblico=punto.titolo_pubblico or OMISSIS,
        personale=punto.su_persone or punto.riservato,
        fuori_odg=punto.origine == "in_seduta",
        interessi=tuple(riga.convocato.persona.nome_e_cognome for riga in punto.interessi.all()),
        discussione=punto.discussione,
        dichiarazioni=tuple(
            DichiarazioneDelVerbale(riga.persona.nome_e_cognome, riga.testo)
            for riga in punto.dichiarazioni.all()
        ),
        voti=tuple(
            VotoDelVerbale(parole.voto(riga), parole.proposte(riga))
            for riga in punto.votazioni.all()
        ),
        delibere=tuple(_delibera(riga) for riga in punto.delibere.all()),
        finale=_finale(punto),
    )


def _delibera(delibera: Delibera) -> DeliberaDelVerbale:
    come = delibera.come[:1].upper() + delibera.come[1:]
    return DeliberaDelVerbale(
        numero=delibera.numero,
        come=come,
        premesse=tuple(str(riga) for riga in premesse.leggi(delibera.premesse)),
        testo=delibera.testo,
        esecutiva=delibera.esecutiva,
        contrari=tuple(riga.convocato.persona.nome_e_cognome for riga in delibera.dissensi.all()),
    )


def _finale(punto: Punto) -> str:
    detto = parole.FINALI.get(EsitoPunto(punto.esito), "") if punto.esito else ""
    if not detto or not punto.motivo_esito:
        return detto
    return f"{detto.rstrip('.')}: {punto.motivo_esito.rstrip('.')}."


def _allegato(riga: AllegatoVerbale) -> AllegatoDelVerbale:
    return AllegatoDelVerbale(riga.numero, riga.titolo, riga.testo, riga.punto_id or 0)


def ometti(testo: TestoVerbale, *, per_esteso: Collection[int] = ()) -> TestoVerbale:
    """The public version: of what concerns single persons the number and nothing else.

    But for the items ``per_esteso``, whose persons asked for it (D.P.R. 416/1974, art. 27 c. 3).
    Of a reserved sitting only the number remains.
    """
    if testo.riservata:
        return replace(
            testo, apertura="", presenze=(), presenti=(), movimenti=(), sospensioni=(), punti=(),
            chiusura="", presidente="", segretario="", allegati=(), con_omissis=True,
        )  # fmt: skip
    tolti = {p.id for p in testo.punti if p.personale and p.id not in per_esteso}
    return replace(
        testo,
        punti=tuple(
            _senza_persone(p) if p.id in tolti else _senza_interessi(p) for p in testo.punti
        ),
        allegati=tuple(
            replace(a, titolo=OMISSIS, testo="") if a.punto in tolti else a for a in testo.allegati
        ),
        con_omissis=True,
    )


def _senza_interessi(punto: PuntoDelVerbale) -> PuntoDelVerbale:
    """Who left because of an interest is not named outside."""
    return replace(punto, interessi=tuple("un componente" for _ in punto.interessi))


def _senza_persone(punto: PuntoDelVerbale) -> PuntoDelVerbale:
    delibere = tuple(
        replace(d, premesse=(), testo="", contrari=(), esecutiva=False) for d in punto.delibere
    )
    return replace(
        punto, titolo=punto.titolo_pubblico, interessi=(), discussione="", dichiarazioni=(),
        voti=(), delibere=delibere, finale=_senza_motivo(punto.finale), omesso=True,
    )  # fmt: skip


def _senza_motivo(finale: str) -> str:
    """How an item ended, without the reason, which may name somebody."""
    detto, motivato, _ = finale.partition(": ")
    return f"{detto}." if motivato else finale
