"""Whether a seat may be taken: it is free, by somebody who does not sit and may."""

from collections.abc import Collection
from datetime import date

from cpia.norme.errori import AttoRifiutato, esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Persona
from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.organi.giunta import nel_consiglio
from organi_collegiali.queries.organi.seggi import seggi
from organi_collegiali.rules.organi import seggi as rules


def esigi_posti(organo: OrganoCollegiale, componente: Componente, quanti: int, dal: date) -> None:
    """As many are elected as there are seats free on that day. Raises AttoRifiutato."""
    esigi(rules.verifica_posti_liberi(seggi(organo, dal), componente, quanti))


def esigi_liberi(
    organo: OrganoCollegiale, persone: Collection[int], dal: date, campo: str = ""
) -> None:
    """Nobody sits twice: who still sits on that day ends first, or the organ is renewed."""
    siedono = (
        Mandato.objects.filter(organo=organo, persona__in=persone)
        .exclude(al__lt=dal)
        .select_related("persona")
    )
    chi = [mandato.persona.nome_e_cognome for mandato in siedono]
    if chi:
        testo = (
            f"{', '.join(chi)}: il mandato in corso va oltre il {dal:%d/%m/%Y}. "
            "Prima si rinnova l’organo, o si fa cessare quel mandato."
        )
        raise AttoRifiutato([Violazione("siede_gia", testo, "", campo)])


def esigi_del_consiglio(
    organo: OrganoCollegiale, persona_id: int, componente: Componente, titolo: Titolo, giorno: date
) -> None:
    """In the Giunta only members of the Consiglio sit. Raises AttoRifiutato."""
    if organo.tipo != TipoOrgano.GIUNTA:
        return
    siedono = nel_consiglio(organo.istituto_id, giorno)
    nel_suo_seno = siedono.filter(componente=componente, persona_id=persona_id).exists()
    esigi(rules.verifica_giunta(componente, titolo, nel_consiglio=nel_suo_seno))


def esigi_che_non_sieda(organo: OrganoCollegiale, persona: Persona, dal: date) -> None:
    """Nobody sits twice in an organ. Raises AttoRifiutato."""
    siede = Mandato.objects.filter(organo=organo, persona=persona).exclude(al__lt=dal)
    if siede.exists():
        testo = f"{persona.nome_e_cognome} siede già in quest’organo."
        raise rifiuta("siede_gia", testo)
