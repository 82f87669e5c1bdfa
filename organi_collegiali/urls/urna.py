"""Secret ballots and elections of persons."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
