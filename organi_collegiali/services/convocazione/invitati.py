"""Who is invited to a sitting without sitting in the organ: speaks, never votes nor counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco
from organi_collegiali.enums import Componente, StatoSeduta
from organi_collegiali.models import Convocato, InvitoAlPunto, Mandato, Punto, Seduta
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.invio.convocabili import mezzo
from organi_collegiali.rules.convocazione.invitati import verifica_invito
from organi_collegiali.services.blocco import blocca_seduta, tocca


@dataclass(frozen=True)
class DatiInvito:
    """A person of the institute, or the name of somebody who is not; in which quality.

    ``punti`` are the ids of the items to which one is invited, none for the whole sitting.
    """

    qualifica: str
    persona_id: int | None = None
    cognome: str = ""
    nome: str = ""
    email: str = ""
    punti: Collection[int] = ()


@transaction.atomic
def invita(*, autore: Contesto, adesso: datetime, seduta_id: int, dati: DatiInvito) -> Convocato:
    """Invite somebody to the sitting of a draft; the notice says in which quality, not who.

    Of who prepares the sittings. Somebody from outside is written down once: the next time he or
    she is found by name. Raises AttoRifiutato.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    punti = _punti(seduta, dati.punti)
    persona, nuova = _persona(autore, dati)
    esigi(
        verifica_invito(
            0 if nuova else persona.pk,
            siedono=_siedono(seduta, autore),
            invitati=seduta.convocati.values_list("persona_id", flat=True),
        )
    )
    if nuova:
        _esigi_nuovo(seduta, persona, dati.qualifica.strip())
        persona.save()
    convocato = Convocato.objects.create(
        istituto=autore.istituto,
        seduta=seduta,
        persona=persona,
        componente=Componente.ESTERNI.value,
        con_voto=False,
        qualifica=dati.qualifica.strip(),
        mezzo=mezzo(persona).value,
    )
    InvitoAlPunto.objects.bulk_create(
        InvitoAlPunto(istituto=autore.istituto, convocato=convocato, punto=punto) for punto in punti
    )
    _compiuto(autore, adesso, convocato, "invita alla seduta", punti)
    return convocato


@transaction.atomic
def togli_invito(*, autore: Contesto, adesso: datetime, convocato_id: int) -> Seduta:
    """Take an invitation back while the sitting is a draft. Raises AttoRifiutato."""
    inviti = Convocato.objects.filter(istituto=autore.istituto, mandato__isnull=True)
    seduta_id = inviti.values_list("seduta_id", flat=True).get(pk=convocato_id)
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    convocato = inviti.get(pk=convocato_id)
    convocato.seduta = seduta
    _compiuto(autore, adesso, convocato, "toglie invito alla seduta", ())
    convocato.delete()
    return seduta


def esigi_senza_soli_invitati(punto: Punto) -> None:
    """Who is invited to this item only would come to be invited to the whole sitting."""
    inviti = InvitoAlPunto.objects.filter(istituto_id=punto.istituto_id)
    # The count is of all the items of each, not of those that the filter leaves.
    qui = Convocato.objects.filter(pk__in=inviti.filter(punto=punto).values("convocato")).annotate(
        a_quanti=Count("inviti_ai_punti")
    )
    soli = [c.persona.nome_e_cognome for c in qui.select_related("persona") if c.a_quanti == 1]
    if soli:
        chi = f"È il solo punto a cui è invitato: {elenco(soli)}."
        raise rifiuta("invitato_qui", f"{chi} Prima si toglie l’invito.")


def _esigi_nuovo(seduta: Seduta, persona: Persona, qualifica: str) -> None:
    """Without an address, the same name in the same quality is the same click."""
    stessi = seduta.convocati.filter(
        mandato__isnull=True,
        qualifica=qualifica,
        persona__cognome__iexact=persona.cognome,
        persona__nome__iexact=persona.nome,
    )
    if not persona.email and stessi.exists():
        testo = f"{persona.nome_e_cognome} è già fra gli invitati."
        raise AttoRifiutato([Violazione("gia_invitato", testo, "", "cognome")])


def _siedono(seduta: Seduta, autore: Contesto) -> set[int]:
    """Who has a mandate on the day of the sitting, today while it has none: substitutes too."""
    inizio = seduta.inizio_previsto
    giorno = timezone.localdate(inizio) if inizio else autore.oggi
    righe = Mandato.objects.filter(
        in_carica(giorno), istituto_id=seduta.istituto_id, organo_id=seduta.organo_id
    )
    return set(righe.values_list("persona_id", flat=True))


def _punti(seduta: Seduta, scelti: Collection[int]) -> list[Punto]:
    punti = list(seduta.punti.filter(pk__in=scelti))
    if len(punti) != len(set(scelti)):
        testo = "Nel frattempo l’ordine del giorno è cambiato: scegli di nuovo i punti."
        raise AttoRifiutato([Violazione("punti_cambiati", testo, "", "punti")])
    return punti


def _persona(autore: Contesto, dati: DatiInvito) -> tuple[Persona, bool]:
    """The chosen one, or who was invited before, or a new one not saved yet: True for this."""
    persone = Persona.objects.select_related("utente").filter(istituto=autore.istituto)
    if dati.persona_id is not None:
        return persone.get(pk=dati.persona_id), False
    nuova = Persona(
        istituto=autore.istituto,
        cognome=dati.cognome.strip(),
        nome=dati.nome.strip(),
        email=dati.email.strip(),
    )
    uguali = persone.filter(
        cognome__iexact=nuova.cognome,
        nome__iexact=nuova.nome,
        email__iexact=nuova.email,
        codice_fiscale__isnull=True,
        utente__isnull=True,
    )
    # Without an address two people of the same name are not told apart.
    gia = uguali.order_by("pk").first() if nuova.email else None
    return (nuova, True) if gia is None else (gia, False)


def _compiuto(
    autore: Contesto,
    adesso: datetime,
    convocato: Convocato,
    azione: str,
    punti: Collection[Punto],
) -> None:
    tocca(convocato.seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=convocato.seduta,
        dati={
            "convocato": convocato.pk,
            "persona": convocato.persona_id,
            "punti": [punto.pk for punto in punti],
        },
    )
