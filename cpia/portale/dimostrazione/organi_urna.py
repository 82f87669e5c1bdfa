"""A sitting of a Collegio at which the Comitato is being elected: the box is open."""

from datetime import date

from cpia.portale.dimostrazione import organi_sala as sala
from cpia.portale.dimostrazione.organi_sala import DaTenere, PuntoDemo
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Componente, ModoVotazione, NaturaPunto
from organi_collegiali.models import Convocato, OrganoCollegiale, Seduta, Votazione
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.urna.apertura_elezione import CheCosaElegge, apri_elezione
from organi_collegiali.services.urna.urna import vota_in_segreto

OGGI = date(2024, 6, 5)
AVVISO, APERTA, VOTANO = (
    istante(date(2024, 5, 27), 11), istante(OGGI, 9, 5), istante(OGGI, 9, 40),
)  # fmt: skip
COLLEGIO = DaTenere(
    istante(OGGI, 9),
    "Aula magna",
    (
        PuntoDemo("Comunicazioni del Dirigente", NaturaPunto.SENZA_VOTO),
        PuntoDemo(
            "Elezione dei docenti nel Comitato per la valutazione", NaturaPunto.ELEZIONE,
            pubblico="Elezione di componenti di un organo",
        ),
        PuntoDemo(
            "Scelta del segretario del Collegio", NaturaPunto.ELEZIONE,
            pubblico="Scelta del segretario del Collegio",
        ),
    ),
    AVVISO,
)  # fmt: skip
CANDIDATI, ASSENTI, NON_ANCORA = 5, 4, 6


def popola(istituto: Istituto) -> None:
    """The Collegio of the centre of Napoli elects the teachers of its Comitato."""
    organo = OrganoCollegiale.objects.get(istituto=istituto, tipo="collegio")
    dirigente = (
        organo.mandati.select_related("persona__istituto")
        .get(componente=Componente.DIRIGENTE)
        .persona
    )
    seduta = _aperta(organo, dirigente)
    _votano(_elezione(seduta, dirigente), dirigente)


def _aperta(organo: OrganoCollegiale, dirigente: Persona) -> Seduta:
    seduta = sala.convocata(organo, dirigente, COLLEGIO)
    convocati = list(Convocato.objects.filter(seduta=seduta, con_voto=True).order_by("pk"))
    dentro = [c for c in convocati if c.persona_id == dirigente.pk] + [
        c for c in convocati if c.persona_id != dirigente.pk
    ][:-ASSENTI]
    autore = compi(dirigente, APERTA)
    servizi.segna_presenti(
        autore=autore, adesso=APERTA, seduta_id=seduta.pk, convocati=[c.pk for c in dentro]
    )
    servizi.apri_seduta(
        autore=autore, adesso=APERTA, seduta_id=seduta.pk,
        presiede_id=dirigente.pk, verbalizza_id=dentro[1].persona_id,
    )  # fmt: skip
    return seduta


def _elezione(seduta: Seduta, dirigente: Persona) -> Votazione:
    """Nobody may sit twice: the candidates are teachers who are not in the Comitato today."""
    comitato = OrganoCollegiale.objects.get(istituto_id=seduta.istituto_id, tipo="comitato")
    siedono = comitato.mandati.values_list("persona_id", flat=True)
    liberi = (
        Convocato.objects.filter(seduta=seduta, componente=Componente.DOCENTI)
        .exclude(persona__in=siedono)
        .order_by("persona__cognome", "persona__nome")
    )
    candidati = list(liberi.values_list("persona_id", flat=True)[:CANDIDATI])
    return apri_elezione(
        autore=compi(dirigente, VOTANO),
        adesso=VOTANO,
        punto_id=seduta.punti.get(ordine=2).pk,
        che_cosa=CheCosaElegge(
            comitato, date(2024, 9, 1), componente=Componente.DOCENTI, posti=3,
            al=date(2027, 8, 31),
        ),
        candidati=candidati,
        eleggibili=candidati,
        modo=ModoVotazione.URNA,
    )  # fmt: skip


def _votano(votazione: Votazione, dirigente: Persona) -> None:
    """Most have voted, for one or another; the dirigente and a few teachers not yet."""
    dentro = Convocato.objects.filter(
        seduta=votazione.punto.seduta, con_voto=True, movimenti__entra=True
    ).exclude(persona=dirigente)
    persone = [c.persona for c in dentro.select_related("persona__istituto").order_by("pk")]
    for numero, persona in enumerate(persone[:-NON_ANCORA]):
        vota_in_segreto(
            autore=compi(persona, VOTANO), adesso=VOTANO, votazione_id=votazione.pk,
            scelte=[str(numero * numero % (CANDIDATI + 1) or 2)],
        )  # fmt: skip
