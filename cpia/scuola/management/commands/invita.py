"""``manage.py invita``: the very first person of a school, who will then invite the others."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from cpia.scuola import orologio
from cpia.scuola.access import CON_SECONDO_FATTORE
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.parole import giorno_e_ora
from cpia.scuola.queries import in_vigore, istituto_per_slug
from cpia.scuola.services.inviti import nuovo_invito
from cpia.scuola.tenancy import istituto_corrente


class Command(BaseCommand):
    help = (
        "Crea la prima persona di un istituto, con il suo incarico da oggi, e stampa il "
        "collegamento con cui sceglie la password; ripeterlo dà un collegamento nuovo."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--istituto", required=True, help="l’indirizzo nel portale (slug)")
        for nome in ("--email", "--cognome", "--nome"):
            parser.add_argument(nome, required=True)
        parser.add_argument("--ruolo", required=True, choices=sorted(CON_SECONDO_FATTORE))

    def handle(self, *args: Any, **dati: Any) -> None:
        istituto = istituto_per_slug(dati["istituto"])
        if istituto is None:
            raise CommandError(f"nessun istituto «{dati['istituto']}»: prima carica_profili")
        dati["email"] = _email(dati["email"])
        adesso = orologio.adesso()
        with istituto_corrente(istituto.pk):
            persona = _persona(istituto, dati)
            _incarico(persona, dati["ruolo"], adesso)
            invito, indirizzo = nuovo_invito(persona=persona, adesso=adesso)
        self.stdout.write(f"{indirizzo}\nVale una volta, fino a {giorno_e_ora(invito.scade_il)}.")


def _email(scritta: str) -> str:
    try:
        validate_email(scritta)
    except ValidationError:
        raise CommandError(f"«{scritta}» non è un indirizzo e-mail") from None
    return scritta.lower()


def _persona(istituto: Istituto, dati: dict[str, Any]) -> Persona:
    """The person with this e-mail and name, made when there is none."""
    persona, _ = Persona.objects.get_or_create(
        istituto=istituto, **{campo: dati[campo] for campo in ("email", "cognome", "nome")}
    )
    if persona.utente_id is not None:
        raise CommandError(f"{persona} ha già l’accesso: per la password c’è «Password smarrita»")
    return persona


def _incarico(persona: Persona, ruolo: str, adesso: datetime) -> None:
    oggi = timezone.localdate(adesso)
    comune = {"istituto": persona.istituto, "persona": persona, "ruolo": ruolo}
    if not Incarico.objects.filter(in_vigore(oggi), **comune).exists():
        Incarico.objects.create(**comune, dal=oggi)
