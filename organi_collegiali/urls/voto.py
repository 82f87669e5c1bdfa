"""Votes by hand and by name; the place of a member."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
