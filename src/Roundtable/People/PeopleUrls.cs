namespace Roundtable.People;

/// <summary>Addresses of this capability's pages, for itself and for others.</summary>
public static class PeopleUrls
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Setup = "/setup";
    public const string WhatNext = "/setup/next";
    public const string Profile = "/profile";
    public const string Email = "/profile/email";
    public const string Sessions = "/profile/sessions";
    public const string Passkeys = "/profile/passkeys";
    public const string Tokens = "/profile/tokens";
    public const string AdminPeople = "/admin/people";

    public static string Person(Guid id) => $"{AdminPeople}/{id}";
    public static string Passkey(Guid id) => $"{Passkeys}/{id}";
    public static string EmailCode(Guid request) => $"{Email}/code?of={request:N}";
    public static string SignInBy(string secret, string to) => to == "/" ? $"{SignIn}/{secret}" : $"{SignIn}/{secret}?to={Uri.EscapeDataString(to)}";

    public static string SignInCode(Guid request, string to, bool shared) =>
        $"{SignIn}/code?of={request:N}{(to == "/" ? "" : $"&to={Uri.EscapeDataString(to)}")}{(shared ? "&shared=true" : "")}";

    /// <summary>Where to go afterwards: an address of this site, or the home page. Never anywhere else.</summary>
    public static string Local(string? to) =>
        to is ['/', ..] && to is not ['/', '/' or '\\', ..] && to.Length <= 2000 && !to.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') ? to : "/";
}
