"""The ranking as anybody reads it: the words of its paper, while its days on the albo last."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.scuola import orologio
from cpia.scuola.middleware import pubblica
from selezioni_pon.documents.graduatoria import ContestoGraduatoria
from selezioni_pon.queries.graduatorie.pubblica import all_albo, si_legge
from selezioni_pon.queries.graduatorie.termini import termine_reclamo


@pubblica
@require_safe
def graduatoria_pubblica(request: HttpRequest, anno: int, numero: int) -> HttpResponse:
    """One version by its number of repertorio; when its days are over the names are gone."""
    oggi = orologio.oggi()
    trovata = all_albo(request.istituto.pk, anno, numero, oggi)
    if trovata is None or trovata.documento is None:
        raise Http404
    provvisoria = not trovata.definitiva
    dati = {
        "graduatoria": trovata,
        "avviso": trovata.avviso,
        "carta": ContestoGraduatoria.from_dict(trovata.documento.contesto),
        "aperta": si_legge(trovata, oggi),
        "termine": termine_reclamo(trovata.avviso, trovata) if provvisoria else None,
        "oggi": oggi,
    }
    risposta = render(request, "selezioni/graduatorie/pubblica_albo.html", dati)
    risposta["X-Robots-Tag"] = "noindex, nofollow"
    return risposta
