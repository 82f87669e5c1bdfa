"""Who should preside over a sitting and who should write, among those who are in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, RegolaSegretario
from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.aula.sala import Aula
from organi_collegiali.rules.aula.cariche_di_seduta import Segretario, chi_verbalizza
from organi_collegiali.rules.aula.presidenza import Presente, Presidenza, chi_presiede


@dataclass(frozen=True)
class Cariche:
    """What the rules propose, by person; the lists from which it may be chosen otherwise."""

    presidenza: Presidenza[int]
    segretario: Segretario[int]
    votano: tuple[Convocato, ...]
    presenti: tuple[Convocato, ...]
    presiede: int | None
    verbalizza: int | None


def cariche(aula: Aula) -> Cariche:
    """Who presides and who writes now, or would if the sitting began. One query."""
    dentro = [riga.convocato for riga in aula.righe if riga.dentro]
    return cariche_fra(aula.seduta, dentro, aula.adesso.date())


def cariche_fra(seduta: Seduta, dentro: Sequence[Convocato], giorno: date) -> Cariche:
    """The same among those who are in. Where the sitting has them and they are in, they stay."""
    chi_c_e = [_presente(convocato) for convocato in dentro]
    organo = seduta.organo
    presidenza = chi_presiede(
        chi_c_e,
        regola=RegolaPresidente(organo.regola_presidente),
        anziano_tra=Componente(organo.anziano_tra) if organo.anziano_tra else None,
    )
    presenti = {convocato.persona_id for convocato in dentro}
    presiede = seduta.presiede_id if seduta.presiede_id in presenti else presidenza.chi
    segretario = chi_verbalizza(
        chi_c_e,
        regola=RegolaSegretario(organo.regola_segretario),
        presiede=presiede,
        dsga=_dsga(seduta, presenti, giorno),
    )
    verbalizza = seduta.verbalizza_id if seduta.verbalizza_id in presenti else segretario.chi
    return Cariche(
        presidenza,
        segretario,
        tuple(convocato for convocato in dentro if convocato.con_voto),
        tuple(dentro),
        presiede,
        verbalizza,
    )


def _presente(convocato: Convocato) -> Presente[int]:
    mandato = convocato.mandato
    return Presente(
        convocato.persona_id,
        Componente(convocato.componente),
        Carica(mandato.carica) if mandato and mandato.carica else None,
        convocato.con_voto,
        convocato.persona.data_nascita,
    )


def _dsga(seduta: Seduta, presenti: set[int], giorno: date) -> Sequence[int]:
    """Who among them holds the place of DSGA on that day."""
    if seduta.organo.regola_segretario != RegolaSegretario.DSGA:
        return ()
    righe = Incarico.objects.filter(
        in_vigore(giorno),
        istituto_id=seduta.istituto_id,
        ruolo=Ruolo.DSGA,
        persona_id__in=presenti,
    )
    return tuple(righe.values_list("persona_id", flat=True))
